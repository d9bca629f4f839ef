import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { SurveyContent } from "../../model.ts";
import { linkSigner } from "../asking/links.ts";

/**
 * Where whoever gave an answer has it published as a review; undefined where its survey does not offer that. It is offered to
 * everybody, whatever the score.
 */
export async function reviewUrlOf(
  { db, publicUrl, now }: { db: Kysely<Database>; publicUrl: string; now: () => Date },
  { content }: { content: SurveyContent },
  responseId: string,
): Promise<string | undefined> {
  if (!Object.values(content.publication).some(Boolean)) return undefined;
  const sign = await linkSigner(db, now());
  return `${publicUrl}/a/${sign("review", responseId)}`;
}
