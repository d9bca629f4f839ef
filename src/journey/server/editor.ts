import type { Kysely } from "kysely";
import * as Y from "yjs";
import type { Database } from "#platform/database.ts";
import { AppError, type ErrorCode } from "#platform/errors.ts";
import { EditRefused, type RefusalCode } from "../refusal.ts";
import { type Along, openReplica, storeEdits, type Edit } from "./log.ts";

/** Edits the one document of a journey, with the functions of `edit.ts`, from wherever it is not open in a browser. */
export interface JourneyEditor {
  /**
   * Runs `change` as one transaction by `userId` (null: nobody in person) and answers when it is durable. What is to be
   * stored with it or not at all is done `along`, again when storing is tried again.
   * @throws AppError `not_found` (the journey, or what is edited), `conflict`, `invalid_input`, `store_unavailable`
   */
  edit<T>(
    journeyId: string,
    userId: string | null,
    change: (doc: Y.Doc) => T,
    along?: (transaction: Kysely<Database>, result: T) => Promise<unknown>,
  ): Promise<T>;
}

/** For a process beside the server, or without one: appends to the log, from which a running server takes it. */
export function createLogEditor({ db, processId }: { db: Kysely<Database>; processId: string }): JourneyEditor {
  return {
    edit: async (journeyId, userId, change, along) => {
      const doc = new Y.Doc();
      try {
        const replica = await openReplica(db, journeyId, doc);
        const pending: (Edit | Along)[] = [];
        const collect = (update: Uint8Array) => pending.push({ update, userId });
        doc.on("update", collect);
        const result = transact(doc, change, { source: "local", context: { userId } });
        doc.off("update", collect);
        if (along !== undefined) pending.push((transaction) => along(transaction, result));
        if (pending.length > 0) await storeEdits(db, processId, replica, pending);
        return result;
      } finally {
        doc.destroy();
      }
    },
  };
}

/** Runs a change in one transaction. @throws AppError */
export function transact<T>(doc: Y.Doc, change: (doc: Y.Doc) => T, origin: object): T {
  return refusalAsError(() => doc.transact(() => change(doc), origin));
}

/** A refusal comes out as an error that crosses rooms. */
export function refusalAsError<T>(edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    throw error instanceof EditRefused ? asAppError(error) : error;
  }
}

const codeOf: Record<RefusalCode, ErrorCode> = {
  missing: "not_found",
  taken: "conflict",
  needed: "conflict",
  locked: "conflict",
  tooMany: "invalid_input",
  tooLong: "invalid_input",
  invalid: "invalid_input",
};

const sentenceOf: Record<RefusalCode, string> = {
  missing: "What this edit is about is not there, or no longer.",
  taken: "That is there already.",
  needed: "The last stage stays while there are steps.",
  locked: "It is locked.",
  tooMany: "The journey holds no more of these.",
  tooLong: "The text is too long.",
  invalid: "That cannot be put there.",
};

function asAppError(refused: EditRefused): AppError {
  const message = sentenceOf[refused.code];
  return new AppError(codeOf[refused.code], message, {
    issues: [{ path: refused.subject, code: refused.code, message: refused.message }],
    cause: refused,
  });
}
