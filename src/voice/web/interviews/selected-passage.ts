import type { Passage } from "../../interviews/model.ts";

/**
 * The words of a transcript that are selected on the page, without the spaces around them; null when none are. What holds
 * words says in `data-start` where they begin in its text.
 */
export function selectedPassage(container: Element, selection: Selection | null): Passage | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const held = [...container.querySelectorAll("[data-start]")].flatMap((element) => {
    if (!range.intersectsNode(element)) return [];
    const words = element.textContent;
    const begin = Number(element.getAttribute("data-start"));
    const from = element.contains(range.startContainer)
      ? lengthUpTo(element, range.startContainer, range.startOffset)
      : 0;
    const to = element.contains(range.endContainer)
      ? lengthUpTo(element, range.endContainer, range.endOffset)
      : words.length;
    const chosen = words.slice(from, to);
    if (chosen.trim() === "") return [];
    const start = begin + from + (chosen.length - chosen.trimStart().length);
    return [{ start, end: start + chosen.trim().length }];
  });
  const [first, last] = [held[0], held.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function lengthUpTo(element: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}
