import { expect, test } from "vitest";
import { createDocument } from "../../apply.ts";
import { readDocument } from "../../document.ts";
import { JourneyDocument } from "../../model.ts";
import { createEditor } from "../editor.ts";
import { mapViewOf } from "../map-view.ts";
import { runBetween } from "./selection.ts";
import { moveSteps, stepsDropped, stepsShifted } from "./step-block.ts";

/** A map of stages written as the letters of their steps. */
function open(...stages: string[]) {
  const doc = createDocument(
    JourneyDocument.parse({
      name: "Déménager",
      stages: stages.map((_, index) => ({ id: `g${index}`, name: "" })),
      steps: stages.flatMap((steps, index) => steps.split("").map((id) => ({ id, stageId: `g${index}`, name: id }))),
      lanes: [],
      cards: [],
      placements: [],
    }),
  );
  const view = () => mapViewOf(readDocument(doc), null);
  const editor = createEditor(doc, view, () => undefined);
  const drawn = () => view().stages.map(({ steps }) => steps.map(({ id }) => id).join(""));
  const shift = (ids: string, by: 1 | -1) => {
    const moves = stepsShifted(view(), ids.split(""), by);
    if (moves !== null) editor.change((each) => moveSteps(each, moves));
    return drawn();
  };
  const drop = (ids: string, leader: string, stageId: string, index: number) => {
    editor.change((each) => moveSteps(each, stepsDropped(view(), ids.split(""), leader, { stageId, index })));
    return drawn();
  };
  return { view, editor, drawn, shift, drop };
}

test("[U119] a run of steps goes from one step to another, whichever comes first", () => {
  const { view } = open("abc", "de");
  expect([...runBetween(view(), "d", "b").refs]).toEqual(["step:b", "step:c", "step:d"]);
});

test("[U119] steps move by one place as a block, over the edge of their stage and back", () => {
  expect(open("abcdef", "", "g").shift("bc", 1)).toEqual(["adbcef", "", "g"]);
  const { shift } = open("abcde", "", "");
  expect(shift("cde", 1)).toEqual(["ab", "cde", ""]);
  expect(shift("cde", -1)).toEqual(["abcde", "", ""]);
});

test("[U119] no step moves when one of them would fall off the map", () => {
  expect(open("ab", "c").shift("bc", 1)).toEqual(["ab", "c"]);
});

test("[U119] steps that are dropped lie side by side, in the order they had, as one thing to undo", () => {
  expect(open("abcde").drop("ab", "a", "g0", 3)).toEqual(["cdabe"]);
  const { drop, drawn, editor } = open("abcde", "fg");
  expect(drop("bd", "d", "g1", 1)).toEqual(["ace", "fbdg"]);
  editor.undo();
  expect(drawn()).toEqual(["abcde", "fg"]);
});
