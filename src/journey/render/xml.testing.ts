/** What is wrong with a document as XML: tags that do not pair, stray signs, characters that XML does not know. */
export function problemsOfXml(text: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  let rest = text;
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text))
    problems.push("a character that XML does not know");
  if (!text.isWellFormed()) problems.push("half of a character");
  while (rest !== "") {
    const tag = /^<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    const content = /^[^<&]+|^&(?:amp|lt|gt|quot|#39);/.exec(rest);
    const found = tag ?? content;
    if (found === null) return [...problems, `unreadable at «${rest.slice(0, 40)}»`];
    if (tag !== null) {
      const [, closing, name = "", , empty] = tag;
      if (closing === "/" && open.pop() !== name) problems.push(`</${name}> closes nothing`);
      if (closing === "" && empty === "") open.push(name);
    }
    rest = rest.slice(found[0].length);
  }
  return [...problems, ...open.map((name) => `<${name}> stays open`)];
}
