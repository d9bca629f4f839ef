import fc from "fast-check";
import { channelKinds, initiators } from "#touchpoint/model.ts";
import { createDocument } from "../apply.ts";
import { holdsCards, readDocument } from "../document.ts";
import { emotionId } from "../edit.ts";
import {
  type DocumentDraft,
  drivers,
  journeyKinds,
  journeyStates,
  laneKinds,
  linkKinds,
  maturities,
  phases,
  placementFlags,
} from "../model.ts";
import { type JourneyFile, journeyFile, type Names } from "./journey-file.ts";

/** Texts as people and attackers write them; without what no file can hold. */
const words = fc.oneof(
  fc.constantFrom(
    "",
    "Je compare les cuisines",
    "=1+1",
    "-10 %",
    "@SUM(A1)",
    "• puce",
    "  retrait",
    "a\nb\n\nc",
    "une; deux;; trois",
  ),
  fc.constantFrom(
    "<script>alert(1)</script>",
    "_x0041_",
    "…",
    "… +3",
    "l’été à 100 %",
    "«citation»",
    '"',
    "'=1",
    "👩‍🍳 cuisine",
    "\tonglet",
  ),
  fc.string({ unit: "grapheme-ascii", maxLength: 20 }),
);
const name = words.map((text) => text.replaceAll("\n", " "));
const id = fc.uuid();
const level = fc.option(fc.integer({ min: 1, max: 5 }));
const label = fc
  .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== "");
/** Names of the library are trimmed, and told apart by their keys. */
const titled = fc.constantFrom(
  "Site web",
  "Magasin",
  "Showroom de Lyon",
  "Appel de suivi",
  "E-mail",
  "=HYPERLINK(1)",
  "Été & hiver",
  "A; B",
);

const library = fc
  .record({
    channels: fc.uniqueArray(fc.record({ id, name: titled, kind: fc.constantFrom(...channelKinds) }), {
      selector: (each) => each.id,
      maxLength: 3,
    }),
    teams: fc.uniqueArray(fc.record({ id, name: titled }), { selector: (each) => each.id, maxLength: 2 }),
    touchpoints: fc.uniqueArray(
      fc.record({ id, name: titled, initiator: fc.constantFrom(...initiators), at: fc.nat(3), by: fc.nat(2) }),
      { selector: (each) => each.id, maxLength: 6 },
    ),
    personas: fc.uniqueArray(fc.record({ id, name: titled, summary: words }), {
      selector: (each) => each.id,
      maxLength: 6,
    }),
  })
  .map(({ channels, teams, touchpoints, personas }): Names => ({
    channels: channels.map((channel, index) => ({ ...channel, key: `c-${index}` })),
    teams: teams.map((team, index) => ({ ...team, key: `t-${index}` })),
    touchpoints: touchpoints.map(({ at, by, ...touchpoint }, index) => ({
      ...touchpoint,
      key: `p-${index}`,
      channelId: channels[at]?.id ?? null,
      teamId: teams[by]?.id ?? null,
    })),
    personas,
  }));

function documentOver(names: Names): fc.Arbitrary<DocumentDraft> {
  const ids = <Item>(arbitrary: fc.Arbitrary<Item>, maxLength: number) =>
    fc.array(arbitrary, { maxLength }).map((items) => items.map((item, index) => ({ id: `i${index}`, ...item })));
  const place = fc.nat(30);
  return fc
    .record({
      name: name.map((text) => text.trim() || "Parcours"),
      isCycle: fc.boolean(),
      isLocked: fc.boolean(),
      framing: fc.record({
        objective: words,
        scope: words,
        outOfScope: words,
        audience: words,
        data: words,
        listening: words,
        team: words,
        drivers: fc.subarray([...drivers]),
        maturity: fc.option(fc.constantFrom(...maturities)),
      }),
      stages: ids(fc.record({ name, phase: fc.option(fc.constantFrom(...phases)) }), 4).filter(
        (stages) => stages.length > 0,
      ),
      steps: ids(fc.record({ at: place, name, selfScore: level }), 6).filter((steps) => steps.length > 0),
      lanes: ids(
        fc.record({
          kind: fc.constantFrom(...laneKinds),
          name,
          isHidden: fc.boolean(),
          isCollapsed: fc.boolean(),
          isLocked: fc.boolean(),
        }),
        8,
      ),
      cards: ids(
        fc.record({
          at: place,
          in: place,
          text: words,
          span: fc.integer({ min: 1, max: 4 }),
          severity: level,
          frequency: level,
          evidence: words,
          isMet: fc.option(fc.boolean()),
          value: level,
          effort: level,
          whose: fc.array(place, { maxLength: 3 }),
          tags: fc.array(label, { maxLength: 3 }),
          imageId: fc.option(id),
        }),
        12,
      ),
      placements: ids(
        fc.record({
          at: place,
          of: place,
          importance: level,
          momentOfTruth: fc.boolean(),
          expectation: fc.option(fc.integer({ min: -100, max: 100 })),
          selfScore: level,
          flag: fc.option(fc.constantFrom(...placementFlags)),
        }),
        8,
      ),
      links: ids(
        fc.record({
          kind: fc.constantFrom(...linkKinds),
          from: place,
          to: place,
          name,
          on: fc.option(fc.tuple(place, place)),
        }),
        4,
      ),
      emotions: fc.array(
        fc.record({
          whose: fc.option(place),
          state: fc.constantFrom(...journeyStates),
          at: place,
          value: fc.constantFrom(-2, -1.5, -1, 0, 0.5, 1, 2),
        }),
        { maxLength: 8 },
      ),
      onMap: fc.subarray(names.personas.map(({ id }) => id)).map((ids) => ids.slice(0, 5)),
    })
    .map(({ steps, cards, placements, links, emotions, onMap, ...rest }): DocumentDraft => {
      const pick = <Item>(list: readonly Item[], at: number) => list[at % list.length];
      const stepAt = (at: number) => pick(steps, at)?.id ?? "";
      const lanes = rest.lanes.filter(({ kind }) => holdsCards(kind));
      const points = emotions.flatMap(({ whose, state, at, value }) => {
        const personaId = whose === null ? null : (pick(onMap, whose) ?? null);
        const where = { personaId, state, stepId: stepAt(at) };
        return [{ id: emotionId(where), ...where, value }];
      });
      return {
        ...rest,
        steps: steps.map(({ at, ...step }) => ({ ...step, stageId: pick(rest.stages, at)?.id ?? "" })),
        cards: cards.flatMap(({ at, in: lane, whose, ...card }) =>
          lanes.length === 0
            ? []
            : [
                {
                  ...card,
                  stepId: stepAt(at),
                  laneId: pick(lanes, lane)?.id ?? "",
                  personaIds: [...new Set(whose.flatMap((each) => pick(names.personas, each)?.id ?? []))],
                },
              ],
        ),
        placements: placements.flatMap(({ at, of, ...placement }) => {
          const touchpointId = pick(names.touchpoints, of)?.id;
          return touchpointId === undefined ? [] : [{ ...placement, stepId: stepAt(at), touchpointId }];
        }),
        links: links.map(({ from, to, on, ...link }) => ({
          ...link,
          fromStepId: stepAt(from),
          toStepId: stepAt(to),
          fromPlacementId: on === null || placements.length === 0 ? null : (pick(placements, on[0])?.id ?? null),
          toPlacementId: on === null || placements.length === 0 ? null : (pick(placements, on[1])?.id ?? null),
        })),
        emotions: [...new Map(points.map((point) => [point.id, point])).values()],
        personas: onMap.map((id) => ({ id })),
      };
    });
}

/** Whatever the format can say. */
export const anyFile: fc.Arbitrary<JourneyFile> = library.chain((names) =>
  fc
    .record({
      kind: fc.constantFrom(...journeyKinds),
      state: fc.constantFrom(...journeyStates),
      tags: fc.array(label, { maxLength: 3 }),
      draft: documentOver(names),
    })
    .map(({ draft, ...head }) => journeyFile(head, readDocument(createDocument(draft)), names)),
);

/** A file without what its order does not mean. */
export function inOrder(file: JourneyFile): JourneyFile {
  const byId = <Item extends { id: string }>(items: readonly Item[]) =>
    items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { touchpoints, channels, teams, personas } = file.names;
  return {
    ...file,
    names: { touchpoints: byId(touchpoints), channels: byId(channels), teams: byId(teams), personas: byId(personas) },
  };
}

/** Ids that no file has. */
export function counter(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-4000-8000-${String(last).padStart(12, "0")}`;
  };
}
