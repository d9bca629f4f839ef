/** A word to write beside a dot, in pixels. */
export interface Dot {
  x: number;
  y: number;
  text: string;
}
export interface Label {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Of 12-pixel text: the mean advance of a letter, and the height of a line. */
const letter = 6.6;
const line = 14;
const reach = 12;

/**
 * Where to write the words so that none covers another or a dot: above, below, at the right or the left of its dot, the
 * first place that is free; above when none is. Dots are served in the order given.
 */
export function labelsApart(dots: readonly Dot[], width: number): Label[] {
  const taken: Box[] = dots.map(({ x, y }) => ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 }));
  return dots.map((dot) => {
    const places = placesFor(dot);
    const free = places.find(
      (place) => isWithin(boxOf(place, dot.text), width) && !taken.some((box) => overlaps(box, boxOf(place, dot.text))),
    );
    const place = free ?? { x: dot.x, y: dot.y - reach, anchor: "middle" };
    taken.push(boxOf(place, dot.text));
    return place;
  });
}

function placesFor({ x, y }: Dot): Label[] {
  return [
    { x, y: y - reach, anchor: "middle" },
    { x, y: y + reach + 9, anchor: "middle" },
    { x: x + reach, y: y + 4, anchor: "start" },
    { x: x - reach, y: y + 4, anchor: "end" },
    { x: x + reach, y: y - reach, anchor: "start" },
    { x: x - reach, y: y - reach, anchor: "end" },
    { x: x + reach, y: y + reach + 9, anchor: "start" },
    { x: x - reach, y: y + reach + 9, anchor: "end" },
  ];
}

function boxOf({ x, y, anchor }: Label, text: string): Box {
  const length = text.length * letter;
  const left = anchor === "start" ? x : anchor === "end" ? x - length : x - length / 2;
  return { left, right: left + length, top: y - line + 3, bottom: y + 3 };
}

function isWithin(box: Box, width: number): boolean {
  return box.left >= 0 && box.right <= width;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
