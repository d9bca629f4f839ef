import { getJourneySummary } from "#journey/api.ts";
import { statePath } from "#journey/state-path.ts";
import type { Ahead } from "#platform/http/ahead.ts";
import { urlOf } from "#ui/call.ts";
import { getSession } from "#workspace/api.ts";

/** A journey is the screen that is opened most, and the largest. */
export const ahead: Ahead = {
  words: new Map([
    ["fr", "words/fr.ts"],
    ["en", "words/en.ts"],
  ]),
  screens: [
    {
      address: /^\/w\/[^/]+\/journeys\/([\da-f-]{36})(?:\?|$)/,
      module: "journey/web/journey-screen.tsx",
      data: ([, journeyId]) => [
        getSession.path,
        urlOf(statePath, { journeyId }),
        urlOf(getJourneySummary.path, { journeyId }),
      ],
    },
  ],
};
