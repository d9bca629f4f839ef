import type { Link } from "./model.ts";

/** An arc over the columns of the steps, on the lowest level where it meets no other. */
export interface LinkArc {
  /** Null for the closing link of a cycle. */
  link: Link | null;
  from: number;
  to: number;
  /** From 0, nearest to the steps. */
  level: number;
}

/** A break point on the line of touchpoints. */
export interface BreakMark {
  link: Link;
  /** The column before which the line is cut, or in which, when both ends are at one step. */
  column: number;
  isWithin: boolean;
}

interface ArcOptions {
  /** The last stage leads back to the first. */
  isCycle: boolean;
  /** Whether the line of touchpoints is there to show break points. */
  hasLine: boolean;
}

/** The links drawn over the steps: returns and branches, and breaks where no line of touchpoints shows them (J83). */
export function linkArcs(
  links: readonly Link[],
  columnOf: ReadonlyMap<string, number>,
  { isCycle, hasLine }: ArcOptions,
): LinkArc[] {
  const last = Math.max(0, ...columnOf.values());
  const wanted = links
    .filter(({ kind }) => kind !== "break" || !hasLine)
    .flatMap((link): Omit<LinkArc, "level">[] => {
      const [from, to] = [columnOf.get(link.fromStepId), columnOf.get(link.toStepId)];
      return from === undefined || to === undefined || from === to ? [] : [{ link, from, to }];
    });
  if (isCycle && last > 0) wanted.push({ link: null, from: last, to: 0 });
  const arcs: LinkArc[] = [];
  for (const arc of wanted.toSorted((a, b) => reach(a) - reach(b))) {
    let level = 0;
    while (arcs.some((other) => other.level === level && meets(arc, other))) level += 1;
    arcs.push({ ...arc, level });
  }
  return arcs;
}

/** Where the line of touchpoints is cut: before the later of two steps, or inside one (J83). */
export function breakMarks(links: readonly Link[], columnOf: ReadonlyMap<string, number>): BreakMark[] {
  return links.flatMap((link): BreakMark[] => {
    const [from, to] = [columnOf.get(link.fromStepId), columnOf.get(link.toStepId)];
    if (link.kind !== "break" || from === undefined || to === undefined) return [];
    return [{ link, column: Math.max(from, to), isWithin: from === to }];
  });
}

type Reach = Pick<LinkArc, "from" | "to">;

function reach({ from, to }: Reach): number {
  return Math.abs(to - from);
}

/** Two arcs may touch at a step, where one ends and the other begins. */
function meets(a: Reach, b: Reach): boolean {
  return Math.min(a.from, a.to) < Math.max(b.from, b.to) && Math.min(b.from, b.to) < Math.max(a.from, a.to);
}
