/** The one stretch that differs between two texts, never cutting a character of two code units in half. */
export function difference(from: string, to: string): { start: number; removed: number; inserted: string } {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  if (endsWithinCharacter(from, start) || endsWithinCharacter(to, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  if (endsWithinCharacter(from, from.length - end) || endsWithinCharacter(to, to.length - end)) end -= 1;
  return { start, removed: from.length - start - end, inserted: to.slice(start, to.length - end) };
}

function endsWithinCharacter(text: string, end: number): boolean {
  return (
    end > 0 &&
    end < text.length &&
    /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) &&
    /[\uDC00-\uDFFF]/.test(text.charAt(end))
  );
}
