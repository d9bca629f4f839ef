import { describe, expect, test } from "vitest";
import { createDocument } from "../apply.ts";
import { holdsCards, readDocument } from "../document.ts";
import { JourneyDocument } from "../model.ts";
import { builtInTemplate, builtInTemplates } from "./catalogue.ts";
import { contentOf, templateLocales } from "./template.ts";

test("[J185] each template has a key of its own, by which it is found", () => {
  expect(new Set(builtInTemplates.map(({ key }) => key)).size).toBe(builtInTemplates.length);
  for (const template of builtInTemplates) expect(builtInTemplate(template.key)).toBe(template);
  expect(builtInTemplate("none")).toBeUndefined();
});

describe.each(builtInTemplates.map((template) => [template.key, template] as const))("%s", (_key, template) => {
  const steps = template.stages.flatMap((stage) => stage.steps);

  test.each(templateLocales)("[J185] makes a whole map in «%s»: nothing dangling, no text left empty", (locale) => {
    const { document, touchpoints } = contentOf(template, locale);
    const wanted = JourneyDocument.parse(document);
    const read = readDocument(createDocument(document));
    expect({ ...read, cards: read.cards.length }).toEqual({ ...wanted, cards: wanted.cards.length });
    const known = new Set(touchpoints.map(({ id }) => id));
    expect(wanted.placements.filter(({ touchpointId }) => !known.has(touchpointId))).toEqual([]);
    const texts = [wanted.stages, wanted.steps, touchpoints].flat().map(({ name }) => name);
    expect([...texts, ...wanted.cards.map(({ text }) => text)].filter((text) => text.trim() === "")).toEqual([]);
  });

  test("[J185] says its steps in the first person", () => {
    const notMine = steps.filter(
      ({ name }) => !/^(Je |J’|On |Mon |Ma |Mes )/.test(name.fr) || !/^(I |I’|My |We )/.test(name.en),
    );
    expect(notMine.map(({ name }) => name)).toEqual([]);
  });

  test("[J185] shows every card on a lane that it has and that holds cards", () => {
    const kinds = steps.flatMap(({ cards = {} }) => Object.keys(cards));
    const lanes: readonly string[] = template.lanes.filter(holdsCards);
    expect(kinds.filter((kind) => !lanes.includes(kind))).toEqual([]);
  });

  test("[J185] says the same number of things in either language, and no text twice in both", () => {
    const [fr, en] = templateLocales.map((locale) => contentOf(template, locale));
    const size = (content: typeof fr) => [content?.document.cards.length, content?.touchpoints.length];
    expect(size(fr)).toEqual(size(en));
    const longTexts = fr?.document.cards.map(({ text }) => text).filter((text) => text.length > 20) ?? [];
    expect(longTexts.filter((text) => en?.document.cards.some((card) => card.text === text))).toEqual([]);
  });
});

test("[J187] the starter has ten steps for everybody", () => {
  const starter = builtInTemplate("starter");
  expect(starter?.stages.flatMap(({ steps }) => steps)).toHaveLength(10);
});
