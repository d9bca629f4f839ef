/** A value of JSON or a form whose texts every store holds: without NUL and with whole signs only, which is all that a keyboard makes. */
export function storable(value: unknown): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [clean(name), storable(part)]));
}

function clean(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
