import type { Issue } from "../errors.ts";

/** The texts in a value that no store keeps: with a NUL, or with half of a surrogate pair, both of which JSON can write. */
export function unstorableTexts(value: unknown, path: readonly string[] = []): Issue[] {
  if (typeof value === "string") return isStorable(value) ? [] : [issueAt(path)];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(isStorable(name) ? [] : [issueAt(path)]),
    ...unstorableTexts(part, [...path, name]),
  ]);
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function issueAt(path: readonly string[]): Issue {
  return {
    path: path.join("."),
    code: "unstorable_text",
    message: "The text holds a character that cannot be stored.",
  };
}
