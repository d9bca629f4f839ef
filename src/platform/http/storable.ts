/**
 * A value whose texts every store holds: without NUL and with whole signs only, which is all that a keyboard makes. What is so
 * already is the same value.
 */
export function storable(value: unknown): unknown {
  if (typeof value === "string") return isStorable(value) ? value : value.replaceAll("\0", "").toWellFormed();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const cleaned = value.map(storable);
    return cleaned.every((part, at) => part === value[at]) ? value : cleaned;
  }
  const entries = Object.entries(value);
  const cleaned = entries.map(([name, part]) => [storable(name) as string, storable(part)] as const);
  const isSame = cleaned.every(([name, part], at) => name === entries[at]?.[0] && part === entries[at][1]);
  return isSame ? value : Object.fromEntries(cleaned);
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
