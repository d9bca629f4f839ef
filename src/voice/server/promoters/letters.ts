import { getWorkspace } from "#workspace/index.ts";
import { letterLocale } from "../../letters/language.ts";
import { promoterLetter } from "../../promoters/letter.ts";
import type { PromoterLetterKind } from "../../promoters/model.ts";
import { answersTo } from "../cases/reply.ts";
import type { DueLetter, Prepared, Writing } from "../letters/post.ts";
import { unsubscribing } from "../letters/unsubscribing.ts";
import type { VoiceTables } from "../tables.ts";
import type { PromoterTables } from "./tables.ts";

/** Thanks, or the question whether somebody takes a role, as it goes out; what they answer arrives with whoever wrote. */
export async function writePromoterLetter(
  { db, publicUrl, sign }: Writing,
  due: DueLetter & { kind: PromoterLetterKind },
): Promise<Prepared> {
  const { id, kind, text, workspace_id: workspaceId } = due;
  const [{ name: from }, replyTo, survey] = await Promise.all([
    getWorkspace(db, workspaceId),
    answersTo(db, workspaceId, due.user_id),
    db
      .withTables<VoiceTables & PromoterTables>()
      .selectFrom("promoter_deed as d")
      .innerJoin("response as r", "r.id", "d.response_id")
      .innerJoin("survey as s", "s.id", "r.survey_id")
      .select("s.review_links as reviewLinks")
      .where("d.letter_id", "=", id)
      .executeTakeFirst(),
  ]);
  // Thanks are for what was answered, as a reply is: both say the same. Whether somebody takes a role is another matter.
  const reviewLinks = kind === "thanks" ? (survey?.reviewLinks ?? []) : [];
  const refuseUrl = `${publicUrl}/stop/${sign("refuse", id)}`;
  const joinUrl = kind === "thanks" ? null : `${publicUrl}/join/${sign("role", id)}`;
  return {
    letter: {
      ...promoterLetter({ kind, text, from, joinUrl, refuseUrl, reviewLinks }, letterLocale(due.language)),
      to: due.address,
      fromName: from,
      ...(replyTo !== "" && { replyTo }),
      headers: unsubscribing(refuseUrl),
    },
  };
}
