/** What a semicolon does not end: quoted text and names (with `\` and doubled quotes), comments. */
const opaque = /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`(?:[^`\\]|\\.|``)*`|--[^\n]*|\/\*.*?\*\//gs;

/** The statements of a ClickHouse script, in order, without comments around them and without the semicolons. */
export function splitStatements(script: string): string[] {
  const statements: string[] = [];
  let current = "";
  let position = 0;
  const cut = (text: string): void => {
    const [first = "", ...others] = text.split(";");
    current += first;
    for (const part of others) {
      statements.push(current.trim());
      current = part;
    }
  };
  for (const match of script.matchAll(opaque)) {
    cut(script.slice(position, match.index));
    current += match[0].startsWith("--") || match[0].startsWith("/*") ? " " : match[0];
    position = match.index + match[0].length;
  }
  cut(script.slice(position));
  statements.push(current.trim());
  return statements.filter((statement) => statement !== "");
}
