import { expect, test } from "vitest";
import { checklistOf, isShowable, type ReviewPolicy, unsaidPolicy } from "./policy.ts";
import { averageOf } from "./shown.ts";

const said: ReviewPolicy = {
  site: "Maison Test",
  incentive: "none",
  incentiveText: { fr: "", en: "" },
  publicationDays: 7,
  keptMonths: 36,
  control: { fr: "Chaque avis est lu.", en: "Each review is read." },
  contact: "avis@maison.example",
  hasJsonLd: false,
};
const stateOf = (policy: ReviewPolicy, obligation: string, overdue = 0) =>
  checklistOf(policy, { overdue }).find((item) => item.obligation === obligation)?.state;

test("[V304] what the product does is met from the start, what the company has to say is to be said", () => {
  const toSay = checklistOf(unsaidPolicy, { overdue: 0 }).filter(({ state }) => state === "toSay");
  expect(toSay.map(({ obligation }) => obligation)).toEqual([
    "incentive",
    "publicationDelay",
    "retention",
    "controlMethod",
    "report",
  ]);
  expect(isShowable(unsaidPolicy)).toBe(false);
  expect(checklistOf(said, { overdue: 0 }).every(({ state }) => state === "met")).toBe(true);
  expect(isShowable(said)).toBe(true);
});

test("[V304] an incentive is told in both languages, and a delay that is not kept is a broken promise", () => {
  const given = { ...said, incentive: "given" as const };
  expect(stateOf(given, "incentive")).toBe("toSay");
  expect(stateOf({ ...given, incentiveText: { fr: "5 €", en: "" } }, "incentive")).toBe("toSay");
  expect(stateOf({ ...given, incentiveText: { fr: "5 €", en: "€5" } }, "incentive")).toBe("met");
  expect(stateOf(said, "publicationDelay", 2)).toBe("broken");
});

test("[V301] the average is of all stars, and there is none of nothing", () => {
  expect(averageOf([1, 0, 0, 0, 3])).toEqual({ n: 4, mean: 4 });
  expect(averageOf([0, 0, 0, 0, 0])).toEqual({ n: 0, mean: null });
});
