import { fr as activityFr } from "#activity/web/words.fr.ts";
import { fr as dashboardFr } from "#insight/web/dashboard/words.fr.ts";
import { fr as insightFr } from "#insight/web/words.fr.ts";
import { fr as clipboardFr } from "#journey/web/clipboard/words.fr.ts";
import { fr as commentsFr } from "#journey/web/comments/words.fr.ts";
import { fr as emotionFr } from "#journey/web/emotion/words.fr.ts";
import { fr as exportsFr } from "#journey/web/exports/words.fr.ts";
import { fr as sharingFr } from "#journey/web/sharing/words.fr.ts";
import { fr as votesFr } from "#journey/web/votes/words.fr.ts";
import { fr as selectionFr } from "#journey/web/selection/words.fr.ts";
import { fr as paletteFr } from "#journey/web/palette/words.fr.ts";
import { fr as zoomFr } from "#journey/web/zoom/words.fr.ts";
import { fr as presenceFr } from "#journey/web/presence/words.fr.ts";
import { fr as journeyFr } from "#journey/web/words.fr.ts";
import { fr as viewsFr } from "#journey/web/views/words.fr.ts";
import { fr as cardFr } from "#journey/web/card/words.fr.ts";
import { fr as framingFr } from "#journey/web/framing/words.fr.ts";
import { fr as lanesFr } from "#journey/web/lanes/words.fr.ts";
import { fr as linksFr } from "#journey/web/links/words.fr.ts";
import { fr as personasFr } from "#journey/web/personas/words.fr.ts";
import { fr as importingFr } from "#journey/web/importing/words.fr.ts";
import { fr as versionsFr } from "#journey/web/versions/words.fr.ts";
import { fr as warningsFr } from "#journey/web/warnings/words.fr.ts";
import { fr as personaFr } from "#persona/web/words.fr.ts";
import { fr as atlasFr } from "#journey/web/atlas/words.fr.ts";
import { fr as templatesFr } from "#journey/web/templates/words.fr.ts";
import { fr as touchpointFr } from "#touchpoint/web/words.fr.ts";
import { fr as uiFr } from "#ui/words.fr.ts";
import { fr as alertsFr } from "#voice/web/alerts/words.fr.ts";
import { fr as askingFr } from "#voice/web/asking/words.fr.ts";
import { fr as collectFr } from "#voice/web/collect/words.fr.ts";
import { fr as interviewsFr } from "#voice/web/interviews/words.fr.ts";
import { fr as casesFr } from "#voice/web/cases/words.fr.ts";
import { fr as plansFr } from "#voice/web/plans/words.fr.ts";
import { fr as promotersFr } from "#voice/web/promoters/words.fr.ts";
import { fr as reviewsFr } from "#voice/web/reviews/words.fr.ts";
import { fr as suspiciousFr } from "#voice/web/suspicious/words.fr.ts";
import { fr as verbatimsFr } from "#voice/web/verbatims/words.fr.ts";
import { fr as voiceFr } from "#voice/web/words.fr.ts";
import { fr as workspaceFr } from "#workspace/web/words.fr.ts";
import { fr as appFr } from "../words.fr.ts";
import type { words as english } from "./en.ts";

/** Every word on screen in French, under the name of its room. */
export const words: Record<keyof typeof english, Record<string, string>> = {
  ui: uiFr,
  app: appFr,
  workspace: workspaceFr,
  touchpoint: touchpointFr,
  activity: activityFr,
  journey: journeyFr,
  presence: presenceFr,
  palette: paletteFr,
  zoom: zoomFr,
  clipboard: clipboardFr,
  comments: commentsFr,
  exports: exportsFr,
  sharing: sharingFr,
  votes: votesFr,
  emotion: emotionFr,
  selection: selectionFr,
  card: cardFr,
  framing: framingFr,
  lanes: lanesFr,
  links: linksFr,
  persona: personaFr,
  personas: personasFr,
  importing: importingFr,
  versions: versionsFr,
  warnings: warningsFr,
  views: viewsFr,
  atlas: atlasFr,
  templates: templatesFr,
  voice: voiceFr,
  plans: plansFr,
  reviews: reviewsFr,
  verbatims: verbatimsFr,
  promoters: promotersFr,
  suspicious: suspiciousFr,
  cases: casesFr,
  collect: collectFr,
  interviews: interviewsFr,
  alerts: alertsFr,
  asking: askingFr,
  insight: insightFr,
  dashboard: dashboardFr,
};
