import { expect, test } from "vitest";
import { breakMarks, linkArcs } from "./links.ts";
import { Link } from "./model.ts";

const columnOf = new Map(["s0", "s1", "s2", "s3", "s4"].map((id, index) => [id, index]));
const link = (id: string, kind: Link["kind"], fromStepId: string, toStepId: string): Link =>
  Link.parse({ id, kind, fromStepId, toStepId });
const drawn = { isCycle: false, hasLine: true };

test("[J83] arcs that would cross lie on different levels, the shorter one nearer to the steps; those that touch share one", () => {
  const links = [
    link("long", "return", "s4", "s0"),
    link("short", "or", "s1", "s2"),
    link("next", "return", "s3", "s2"),
  ];
  const level = new Map(linkArcs(links, columnOf, drawn).map((arc) => [arc.link?.id, arc.level]));
  expect(level).toEqual(
    new Map([
      ["short", 0],
      ["next", 0],
      ["long", 1],
    ]),
  );
});

test("[J83] a break point cuts the line before the later of two steps, or inside one; without a line it is an arc", () => {
  const links = [link("a", "break", "s3", "s1"), link("b", "break", "s2", "s2"), link("c", "break", "s2", "gone")];
  expect(breakMarks(links, columnOf)).toMatchObject([
    { link: { id: "a" }, column: 3, isWithin: false },
    { link: { id: "b" }, column: 2, isWithin: true },
  ]);
  expect(linkArcs(links, columnOf, drawn)).toEqual([]);
  expect(linkArcs(links, columnOf, { ...drawn, hasLine: false })).toMatchObject([
    { link: { id: "a" }, from: 3, to: 1 },
  ]);
});

test("[J84] a cycle is closed by a link from the last step to the first, over all others", () => {
  const arcs = linkArcs([link("a", "return", "s3", "s1")], columnOf, { ...drawn, isCycle: true });
  expect(arcs.at(-1)).toEqual({ link: null, from: 4, to: 0, level: 1 });
  expect(linkArcs([], new Map([["only", 0]]), { ...drawn, isCycle: true })).toEqual([]);
});
