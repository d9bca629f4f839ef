import type { Collection } from "./document.ts";

/**
 * Why an edit is refused. `missing`: somebody deleted it meanwhile; `taken`: that id, or that touchpoint on that step,
 * is there already; `needed`: the last stage, while there are steps; `locked`: the map or the lane is locked.
 */
export type RefusalCode = "missing" | "taken" | "tooMany" | "tooLong" | "invalid" | "needed" | "locked";

/** A refused edit has changed nothing. */
export class EditRefused extends Error {
  override readonly name = "EditRefused";
  readonly code: RefusalCode;
  readonly subject: Collection | "name";
  /** The limit that would be passed. */
  readonly limit: number | undefined;

  constructor(code: RefusalCode, subject: Collection | "name", limit?: number) {
    super(`${code}: ${subject}${limit === undefined ? "" : ` (at most ${limit})`}`);
    this.code = code;
    this.subject = subject;
    this.limit = limit;
  }
}
