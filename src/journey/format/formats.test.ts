import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvReader } from "#activity/rules/csv.ts";
import { createDocument } from "../apply.ts";
import { holdsCards, readDocument } from "../document.ts";
import { mapLabels } from "../labels.ts";
import { JourneyDocument } from "../model.ts";
import { sampleDraft, sampleLibrary } from "../render/sample.testing.ts";
import { JourneyFile, formatVersion } from "./journey-file.ts";
import { anyFile, counter, inOrder } from "./journey-file.testing.ts";
import { readJson } from "./read-json.ts";
import { readText, writeCsv } from "./read-text.ts";
import { readWorkbook } from "./read-workbook.ts";
import { FileRefused } from "./refusal.ts";
import { from1, to1 } from "./version-1.ts";
import { writeWorkbook } from "./write-workbook.ts";

function problemsOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof FileRefused) return error.problems.map(({ code, where }) => ({ code, where }));
    throw error;
  }
  return [];
}
const read = (text: string) => readText(text, "Sans nom", counter());
const settled = (file: JourneyFile): JourneyFile => ({
  ...file,
  document: readDocument(createDocument(file.document)),
});

describe("the open format", () => {
  test("[F1] a map that leaves as JSON and comes back is the same map", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(read(JSON.stringify(file))).toEqual(file);
      }),
    );
  });

  test("[F3] version 1 loses what it cannot say and nothing else", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const down = to1(file, mapLabels.fr.lane);
        expect(to1(from1(down), mapLabels.en.lane)).toEqual(down);
        const up = readJson(JSON.stringify(down));
        const { document } = file;
        expect(up.version).toBe(formatVersion);
        expect(up.document.steps.map(({ id, stageId, name }) => [id, stageId, name])).toEqual(
          document.steps.map(({ id, stageId, name }) => [id, stageId, name]),
        );
        expect(up.document.cards.map(({ id, text }) => [id, text])).toEqual(
          document.cards.map(({ id, text }) => [id, text]),
        );
        expect(up.document.lanes.filter(({ kind }) => holdsCards(kind)).map(({ id }) => id)).toEqual(
          document.lanes.filter(({ kind }) => holdsCards(kind)).map(({ id }) => id),
        );
        expect(up.document.placements.map(({ id, importance }) => [id, importance])).toEqual(
          document.placements.map(({ id, importance }) => [id, importance]),
        );
      }),
    );
  });

  test("[F4] a file of a later version, of another format or with wrong values is refused, saying where", () => {
    expect(problemsOf(() => read('{"format":"parcours.journey","version":9}'))).toEqual([
      { code: "newer", where: "version" },
    ]);
    expect(problemsOf(() => read('{"name":"x"}'))).toEqual([{ code: "notOurs", where: "" }]);
    expect(problemsOf(() => read('{\n"format":\n}'))).toEqual([{ code: "notJson", where: "line 3" }]);
    const wrong = {
      name: 3,
      stages: [{ id: "a", name: "" }],
      steps: {},
      lanes: [],
      cards: [{ id: "c", laneId: "l", stepId: "s", text: 7 }],
      placements: [],
    };
    const text = JSON.stringify({ format: "parcours.journey", version: 2, document: wrong });
    expect(problemsOf(() => read(text))).toEqual([
      { code: "wrong", where: "document.name" },
      { code: "wrong", where: "document.steps" },
      { code: "wrong", where: "document.cards.0.text" },
    ]);
  });

  test("[F4] a file of more than a journey holds is refused before anything is made of it", () => {
    const steps = Array.from({ length: 201 }, (_, index) => ({ id: `s${index}`, stageId: "a", name: "" }));
    const document = { name: "", stages: [{ id: "a", name: "" }], steps, lanes: [], cards: [], placements: [] };
    const text = JSON.stringify({ format: "parcours.journey", version: 2, document });
    expect(problemsOf(() => read(text))).toEqual([{ code: "tooMany", where: "document.steps" }]);
  });

  test("[F5] keys that would reach into every object are passed over", () => {
    const hostile =
      '{"format":"parcours.journey","version":2,"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}},' +
      '"document":{"__proto__":{"hacked":1},"name":"","stages":[],"steps":[],"lanes":[],"cards":[],"placements":[]}}';
    const file = read(hostile);
    expect(({} as { hacked?: number }).hacked).toBeUndefined();
    expect((file as { hacked?: number }).hacked ?? (file.document as { hacked?: number }).hacked).toBeUndefined();
  });
});

describe("the workbook", () => {
  test.each(["fr", "en"] as const)(
    "[F10] a map that leaves as sheets (%s) and comes back is the same map",
    (locale) => {
      fc.assert(
        fc.property(anyFile, (file) => {
          expect(inOrder(settled(readWorkbook(writeWorkbook(file, locale), "", counter())))).toEqual(inOrder(file));
        }),
      );
    },
  );
});

describe("a list", () => {
  test.each(["fr", "en"] as const)(
    "[F14] a map that leaves as CSV (%s) keeps its cards, and runs no formula",
    (locale) => {
      fc.assert(
        fc.property(anyFile, (file) => {
          const csv = writeCsv(file, locale);
          const reader = csvReader(locale === "fr" ? ";" : ",");
          const cells = [...reader.push(csv.slice(1)), ...reader.end()].flatMap((row) => row.cells);
          expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
          const texts = (cards: { text: string }[]) => cards.map(({ text }) => text).toSorted();
          expect(texts(read(csv).document.cards)).toEqual(texts(file.document.cards));
        }),
      );
    },
  );

  test("[F14] what is said of the journey as a whole comes back from CSV", () => {
    fc.assert(
      fc.property(anyFile, fc.constantFrom("fr", "en"), (file, locale) => {
        const { journey, document } = read(writeCsv(file, locale));
        expect(journey).toEqual(file.journey);
        expect(document.framing).toEqual(file.document.framing);
        expect(document.isCycle).toBe(file.document.isCycle);
      }),
    );
  });

  test.each(["fr", "en"] as const)("[F14] emotions lived and wanted, and links, come back from CSV (%s)", (locale) => {
    const document = JourneyDocument.parse(sampleDraft);
    const names = {
      ...sampleLibrary,
      personas: ["p1", "p2"].map((id) => ({ id, name: `Persona ${id}`, summary: "" })),
    };
    const file = JourneyFile.parse({ format: "parcours.journey", version: 2, document, names });
    const said = ({ document, names }: JourneyFile) => {
      const step = (stepId: string) => document.steps.find(({ id }) => id === stepId)?.name;
      return {
        emotions: document.emotions
          .map(({ personaId, state, stepId, value }) =>
            [names.personas.find(({ id }) => id === personaId)?.name, state, step(stepId), value].join(" "),
          )
          .toSorted(),
        links: document.links.map(({ kind, name, fromStepId, toStepId }) => [
          kind,
          name,
          step(fromStepId),
          step(toStepId),
        ]),
      };
    };
    expect(said(read(writeCsv(file, locale)))).toEqual(said(file));
  });

  test("[F14] a list of a step, a lane and a text is enough", () => {
    const { document, names } = read(
      "Étape;Ligne;Texte;Gravité;Canal\nJe cherche;Irritants;Trop de sites;4;\nJe cherche;Points de contact;Site web;;Web\nJ’achète;Idées;Paiement en 4 fois;;",
    );
    expect(document.steps.map(({ name }) => name)).toEqual(["Je cherche", "J’achète"]);
    expect(document.cards.map(({ text, severity }) => [text, severity])).toEqual([
      ["Trop de sites", 4],
      ["Paiement en 4 fois", null],
    ]);
    expect(document.lanes.filter(({ kind }) => holdsCards(kind)).map(({ kind }) => kind)).toEqual([
      "irritant",
      "opportunity",
    ]);
    expect(names.touchpoints).toMatchObject([{ name: "Site web", key: "site-web", channelId: names.channels[0]?.id }]);
    expect(names.channels).toMatchObject([{ name: "Web", kind: "web" }]);
    expect(document.placements).toMatchObject([
      { stepId: document.steps[0]?.id, touchpointId: names.touchpoints[0]?.id },
    ]);
  });

  test("[F16] a value that cannot stand in its column is refused with its cell", () => {
    expect(problemsOf(() => read("step,text,severity\nA,B,2\nA,C,9"))).toEqual([{ code: "wrong", where: "C3" }]);
    expect(problemsOf(() => read('step,text\nA,"B'))).toEqual([{ code: "notTable", where: "line 2" }]);
    expect(problemsOf(() => read(`step,text\n${"A,B\n".repeat(100_000)}`))).toEqual([
      { code: "tooMany", where: "line 20001" },
    ]);
  });

  test("[F4] the row or the list that a journey has no room for ends the reading", () => {
    const many = (line: (index: number) => string) =>
      Array.from({ length: 2_100 }, (_, index) => line(index)).join("\n");
    const where = (text: string) => problemsOf(() => read(text)).map((problem) => `${problem.code} ${problem.where}`);
    expect(where(`step,text\n${many((index) => `A${index},B`)}`)).toEqual(["tooMany A202"]);
    expect(where(`step,lane,text\n${many((index) => `A,L${index},B`)}`)).toEqual(["tooMany A62"]);
    expect(where(`step,lane,emotion,personas\n${many((index) => `A,,1,P${index}`)}`)).toEqual(["tooMany A2002"]);
    expect(where(`step,text,lane\n${many((index) => `A,T${index},Touchpoints`)}`)).toEqual(["tooMany A2002"]);
    expect(where(`\tA\n${many((index) => `L${index}\tB`)}`)).toEqual(["tooMany lanes"]);
  });
});

describe("a grid made by hand", () => {
  const pasted = [
    "Rénover sa cuisine",
    "\tAvant\t\tPendant",
    "\tJe rêve\tJe compare\tJe reçois",
    "Points de contact\tSite web\tSite web\tLivreur",
    'Irritants\t"- Trop de choix\n- Pas de prix"\t\tRetard',
    "\t\tDevis flou\t",
    "Émotions\t1\t-1,5\t2",
    "Météo\tsoleil\t\t",
  ].join("\n");

  test("[F12] a stage that is named again over its next step goes on", () => {
    const { document } = read(["\tAvant\tAvant\tPendant", "Étapes\tJe rêve\tJe compare\tJe reçois"].join("\n"));
    expect(document.stages.map(({ name }) => name)).toEqual(["Avant", "Pendant"]);
    expect(document.steps.map(({ stageId }) => stageId)).toEqual([0, 0, 1].map((index) => document.stages[index]?.id));
  });

  test("[F12] a paste with stages over steps and lanes down becomes that map", () => {
    const { document, names } = read(pasted);
    const stepNames = new Map(document.steps.map(({ id, name }) => [id, name]));
    expect(document.name).toBe("Rénover sa cuisine");
    expect(document.stages.map(({ name }) => name)).toEqual(["Avant", "Pendant"]);
    expect(document.steps.map(({ name, stageId }) => [name, stageId])).toEqual([
      ["Je rêve", document.stages[0]?.id],
      ["Je compare", document.stages[0]?.id],
      ["Je reçois", document.stages[1]?.id],
    ]);
    expect(document.lanes.map(({ kind, name }) => [kind, name])).toEqual([
      ["touchpoint", ""],
      ["irritant", ""],
      ["emotion", "Émotions"],
      ["free", "Météo"],
    ]);
    expect(document.cards.map(({ stepId, text }) => [stepNames.get(stepId), text])).toEqual([
      ["Je rêve", "Trop de choix"],
      ["Je rêve", "Pas de prix"],
      ["Je rêve", "soleil"],
      ["Je compare", "Devis flou"],
      ["Je reçois", "Retard"],
    ]);
    expect(document.emotions.map(({ value }) => value)).toEqual([1, -1.5, 2]);
    expect(names.touchpoints.map(({ name }) => name)).toEqual(["Site web", "Livreur"]);
    expect(document.placements).toHaveLength(3);
  });

  test("[F12] steps in the first row are enough", () => {
    const { document } = read("Étapes,Je cherche,J’achète\nPense,Est-ce cher ?,");
    expect(document.steps.map(({ name }) => name)).toEqual(["Je cherche", "J’achète"]);
    expect(document.lanes).toMatchObject([{ kind: "think", name: "" }]);
    expect(document.cards).toMatchObject([{ text: "Est-ce cher ?" }]);
  });

  test("[F16] a paste without steps, or of nothing, is refused", () => {
    expect(problemsOf(() => read("  \n"))).toEqual([{ code: "empty", where: "" }]);
    expect(problemsOf(() => read("bonjour"))).toEqual([{ code: "empty", where: "" }]);
  });

  test("[F17] markup stays text", () => {
    const { document } = read("\tA\nIrritants\t<img src=x onerror=alert(1)>");
    expect(document.cards).toMatchObject([{ text: "<img src=x onerror=alert(1)>" }]);
  });
});

describe("an edited workbook", () => {
  const id = counter();
  const file = JourneyFile.parse({
    format: "parcours.journey",
    version: 2,
    document: {
      name: "Cuisine",
      stages: [{ id: "s", name: "Avant" }],
      steps: [{ id: "a", stageId: "s", name: "Je rêve" }],
      lanes: [{ id: "l", kind: "irritant", name: "" }],
      cards: [
        { id: "c", laneId: "l", stepId: "a", text: "Trop cher", severity: 5 },
        { id: "d", laneId: "l", stepId: "a", text: "Trop long", severity: 2 },
      ],
      placements: [],
    },
  });
  const edited = (change: (cell: string) => string) => {
    const [map, ...others] = writeWorkbook(file, "fr");
    const row = map?.rows.find(([first]) => first === "l");
    if (row !== undefined) row[2] = change(String(row[2]));
    return readWorkbook([map!, ...others], "", id).document.cards.map((card) => [card.id, card.text, card.severity]);
  };

  test("[F11] a text rewritten on the map keeps its details, a line added is a new card, a line removed is gone", () => {
    expect(edited((cell) => cell.replace("Trop long", "Bien trop long"))).toEqual([
      ["c", "Trop cher", 5],
      ["d", "Bien trop long", 2],
    ]);
    expect(edited((cell) => `${cell}\nTrop loin`)).toEqual([
      ["c", "Trop cher", 5],
      ["d", "Trop long", 2],
      [expect.any(String), "Trop loin", null],
    ]);
    expect(edited(() => "• Trop long")).toEqual([["d", "Trop long", 2]]);
  });

  test("[F11] a cell too full for a spreadsheet says so, and its cards come from their sheet", () => {
    const cards = Array.from({ length: 20 }, (_, index) => ({
      ...file.document.cards[0]!,
      id: `c${index}`,
      text: `${index}`.repeat(3000).slice(0, 3900),
    }));
    const full = { ...file, document: { ...file.document, cards } };
    const sheets = writeWorkbook(full, "en");
    expect(Math.max(...sheets[0]!.rows.flat().map((cell) => String(cell).length))).toBeLessThanOrEqual(32_767);
    expect(readWorkbook(sheets, "", id).document.cards).toEqual(cards);
  });
});

describe("Mermaid", () => {
  const journey = `---
title: ignored
---
%% a comment
journey
    title My working day
    section Go to work
      Make tea: 5: Me
      Go upstairs: 3: Me, Cat
    section Go home
      Sit down: 1
`;

  test("[F15] sections are stages, tasks are steps, scores are assumed emotions, actors are personas", () => {
    const { document, names } = read(journey);
    expect(document.name).toBe("My working day");
    expect(document.stages.map(({ name }) => name)).toEqual(["Go to work", "Go home"]);
    expect(document.steps.map(({ name }) => name)).toEqual(["Make tea", "Go upstairs", "Sit down"]);
    const who = new Map(names.personas.map(({ id, name }) => [id, name]));
    expect(document.emotions.map(({ personaId, value }) => [who.get(personaId ?? ""), value])).toEqual([
      ["Me", 2],
      ["Me", 0],
      ["Cat", 0],
      [undefined, -2],
    ]);
    expect(document.personas).toHaveLength(2);
    expect(
      settled(JourneyFile.parse({ format: "parcours.journey", version: 2, document })).document.emotions,
    ).toHaveLength(4);
  });

  test("[F16] a line that is no task is refused with its number", () => {
    expect(problemsOf(() => read("journey\n  section A\n  what is this"))).toEqual([
      { code: "notMermaid", where: "line 3" },
    ]);
    expect(problemsOf(() => read("journey\n  Tea: 9: Me"))).toEqual([{ code: "wrong", where: "line 2" }]);
  });
});
