import { expect, test } from "vitest";
import { proposeGuide } from "./guide-questions.ts";
import { audiences, GuideSections } from "./model.ts";

test("[V270] a guide goes through the steps in their order, between an opening and a closing, in either language", () => {
  const steps = [
    { id: "look", name: "Je cherche" },
    { id: "pay", name: "Je paie" },
  ];
  for (const audience of audiences)
    for (const language of ["fr", "en"] as const) {
      let id = 0;
      const guide = proposeGuide(steps, { audience, language, newId: () => String((id += 1)) });
      expect(GuideSections.parse(guide)).toEqual(guide);
      expect(guide.map(({ stepId }) => stepId)).toEqual([null, "look", "pay", null]);
      expect(guide[1]?.title).toBe("Je cherche");
      expect(guide[1]?.questions.length).toBeGreaterThan(4);
      expect(new Set(guide.flatMap(({ questions }) => questions.map((each) => each.id))).size).toBe(
        guide.flatMap(({ questions }) => questions).length,
      );
    }
});
