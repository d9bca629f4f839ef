/** Where the caret stays when a text becomes another one under it: with the words it was at, whatever was typed before or after. */
export function caretAfter(before: string, after: string, caret: number): number {
  if (after.startsWith(before.slice(0, caret))) return caret;
  return Math.max(0, Math.min(after.length, caret + after.length - before.length));
}

/** Shows another text in a field; the caret of whoever writes there stays with its words. */
export function showInstead(field: HTMLTextAreaElement, text: string): void {
  if (field.value === text) return;
  const caret = caretAfter(field.value, text, field.selectionStart);
  field.value = text;
  if (document.activeElement === field) field.setSelectionRange(caret, caret);
}
