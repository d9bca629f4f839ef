import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Visitor } from "./collect/visitor.ts";
import { type AskedSurvey, surveyOfToken } from "./queries.ts";

/** What links ask, remembered: most answers come to a survey that has not changed since the one before. */
export interface OpenSurveys {
  /** The survey of this link as it was, if it is remembered: nothing may be told or kept by it alone. */
  remembered(token: string): AskedSurvey | undefined;
  /** The survey of this link as it is. */
  read(token: string, visitor: Visitor | undefined): Promise<AskedSurvey | null>;
}

/** Surveys remembered at once; the one read first is forgotten first. */
const most = 200;

export function createOpenSurveys(db: Kysely<Database>): OpenSurveys {
  const known = new Map<string, AskedSurvey>();
  return {
    remembered: (token) => known.get(token),
    read: async (token, visitor) => {
      const survey = await surveyOfToken(db, token, visitor);
      known.delete(token);
      if (survey?.state === "open" && survey.invitation === null)
        known.set(token, { ...survey, hasFollowedHiddenLink: false });
      const [first] = known.keys();
      if (known.size > most && first !== undefined) known.delete(first);
      return survey;
    },
  };
}
