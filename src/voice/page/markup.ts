/** Text that is markup already; everything else that goes into a page is escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | readonly Part[];

/** Markup with its values put in: escaped, but for markup; lists follow one another, null is nothing. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((before, after, at) => before + written(parts[at - 1] ?? null) + after));
}

/** An attribute that is there or is not. */
export function attribute(name: string, value: string | number | boolean | undefined): Markup | null {
  if (value === undefined || value === false) return null;
  return value === true ? new Markup(` ${name}`) : markup` ${new Markup(name)}="${value}"`;
}

function written(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.text;
  return typeof part === "object" ? part.map(written).join("") : escaped(String(part));
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
