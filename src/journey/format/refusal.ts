/**
 * Why a file cannot become a journey. `notJson`, `notTable`, `notMermaid`, `notArchive`: it is not what it claims to be;
 * `notOurs`: JSON of another format; `newer`: written by a later version; `wrong`: a value that cannot stand there;
 * `tooMany`, `tooLarge`: over a limit; `empty`: nothing to make a journey of.
 */
export type FileProblemCode =
  | "notJson"
  | "notTable"
  | "notMermaid"
  | "notArchive"
  | "notOurs"
  | "newer"
  | "wrong"
  | "tooMany"
  | "tooLarge"
  | "empty";

/** One thing wrong with a file, and where: `document.cards.3.text`, `line 12`, `Map!C5`; empty for the whole file. */
export interface FileProblem {
  where: string;
  code: FileProblemCode;
  /** For logs and the API; screens say the code. */
  message: string;
}

/** A file that is refused has changed nothing. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(problems.map(({ where, message }) => (where === "" ? message : `${where}: ${message}`)).join("; "));
    this.problems = problems;
  }
}

export function refused(code: FileProblemCode, where: string, message: string): FileRefused {
  return new FileRefused([{ code, where, message }]);
}
