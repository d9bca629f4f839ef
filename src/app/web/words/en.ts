import { en as activityEn } from "#activity/web/words.en.ts";
import { en as dashboardEn } from "#insight/web/dashboard/words.en.ts";
import { en as insightEn } from "#insight/web/words.en.ts";
import { en as clipboardEn } from "#journey/web/clipboard/words.en.ts";
import { en as commentsEn } from "#journey/web/comments/words.en.ts";
import { en as emotionEn } from "#journey/web/emotion/words.en.ts";
import { en as exportsEn } from "#journey/web/exports/words.en.ts";
import { en as sharingEn } from "#journey/web/sharing/words.en.ts";
import { en as votesEn } from "#journey/web/votes/words.en.ts";
import { en as selectionEn } from "#journey/web/selection/words.en.ts";
import { en as paletteEn } from "#journey/web/palette/words.en.ts";
import { en as zoomEn } from "#journey/web/zoom/words.en.ts";
import { en as presenceEn } from "#journey/web/presence/words.en.ts";
import { en as journeyEn } from "#journey/web/words.en.ts";
import { en as viewsEn } from "#journey/web/views/words.en.ts";
import { en as cardEn } from "#journey/web/card/words.en.ts";
import { en as framingEn } from "#journey/web/framing/words.en.ts";
import { en as lanesEn } from "#journey/web/lanes/words.en.ts";
import { en as linksEn } from "#journey/web/links/words.en.ts";
import { en as personasEn } from "#journey/web/personas/words.en.ts";
import { en as importingEn } from "#journey/web/importing/words.en.ts";
import { en as versionsEn } from "#journey/web/versions/words.en.ts";
import { en as warningsEn } from "#journey/web/warnings/words.en.ts";
import { en as personaEn } from "#persona/web/words.en.ts";
import { en as atlasEn } from "#journey/web/atlas/words.en.ts";
import { en as templatesEn } from "#journey/web/templates/words.en.ts";
import { en as touchpointEn } from "#touchpoint/web/words.en.ts";
import { en as uiEn } from "#ui/words.en.ts";
import { en as alertsEn } from "#voice/web/alerts/words.en.ts";
import { en as askingEn } from "#voice/web/asking/words.en.ts";
import { en as collectEn } from "#voice/web/collect/words.en.ts";
import { en as interviewsEn } from "#voice/web/interviews/words.en.ts";
import { en as casesEn } from "#voice/web/cases/words.en.ts";
import { en as plansEn } from "#voice/web/plans/words.en.ts";
import { en as promotersEn } from "#voice/web/promoters/words.en.ts";
import { en as reviewsEn } from "#voice/web/reviews/words.en.ts";
import { en as suspiciousEn } from "#voice/web/suspicious/words.en.ts";
import { en as verbatimsEn } from "#voice/web/verbatims/words.en.ts";
import { en as voiceEn } from "#voice/web/words.en.ts";
import { en as workspaceEn } from "#workspace/web/words.en.ts";
import { en as appEn } from "../words.en.ts";

/** Every word on screen in English, under the name of its room; the keys of all languages. */
export const words = {
  ui: uiEn,
  app: appEn,
  workspace: workspaceEn,
  touchpoint: touchpointEn,
  activity: activityEn,
  journey: journeyEn,
  presence: presenceEn,
  palette: paletteEn,
  zoom: zoomEn,
  clipboard: clipboardEn,
  comments: commentsEn,
  exports: exportsEn,
  sharing: sharingEn,
  votes: votesEn,
  emotion: emotionEn,
  selection: selectionEn,
  card: cardEn,
  framing: framingEn,
  lanes: lanesEn,
  links: linksEn,
  persona: personaEn,
  personas: personasEn,
  importing: importingEn,
  versions: versionsEn,
  warnings: warningsEn,
  views: viewsEn,
  atlas: atlasEn,
  templates: templatesEn,
  voice: voiceEn,
  plans: plansEn,
  reviews: reviewsEn,
  verbatims: verbatimsEn,
  promoters: promotersEn,
  suspicious: suspiciousEn,
  cases: casesEn,
  collect: collectEn,
  interviews: interviewsEn,
  alerts: alertsEn,
  asking: askingEn,
  insight: insightEn,
  dashboard: dashboardEn,
};
