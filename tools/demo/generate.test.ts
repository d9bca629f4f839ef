import { beforeAll, describe, expect, test } from "vitest";
import { laneKinds } from "#journey/model.ts";
import { calendarUpTo } from "./calendar.ts";
import { generateDemo, type DemoFile } from "./generate.ts";
import { kitchenJourney } from "./kitchen-journey.ts";
import { channels, teams, touchpoints } from "./library.ts";
import { randomFrom } from "./random.ts";
import { repairJourney } from "./repair-journey.ts";

const today = "2026-11-22";
let files: DemoFile[];

/** Rows of a file by column; fields of these files never hold a line break. */
function rowsOf(name: string): Record<string, string>[] {
  const [header = "", ...lines] = files
    .find((file) => file.name === name)!
    .text.trimEnd()
    .split("\r\n");
  const columns = header.split(";");
  return lines.map((line) => {
    const cells = line.match(/("([^"]|"")*"|[^;]*)(;|$)/g)!.map((cell) => cell.replace(/;$/, ""));
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
  });
}

beforeAll(() => {
  files = generateDemo({ today, stories: 5000 });
});

describe("the files", () => {
  test("[D6] are the same for the same seed and day, and others for another", () => {
    const few = { today, stories: 300 };
    expect(generateDemo(few)).toEqual(generateDemo(few));
    expect(generateDemo({ ...few, seed: 7 })).not.toEqual(generateDemo(few));
  });

  test("[D8] have comments in French and in English at every touchpoint that is asked about", () => {
    const languages = new Map(rowsOf("customers.csv").map(({ customer, language }) => [customer, language]));
    const seen = Map.groupBy(
      rowsOf("answers.csv").filter(({ comment }) => comment !== ""),
      ({ touchpoint }) => touchpoint,
    );
    const asked = new Set(rowsOf("answers.csv").map(({ touchpoint }) => touchpoint));
    for (const touchpoint of asked) {
      const spoken = new Set(seen.get(touchpoint)?.map(({ customer }) => languages.get(customer)));
      expect([touchpoint, spoken.has("fr"), spoken.has("en")]).toEqual([touchpoint, true, true]);
    }
  });

  test("[D8] are not monotonous: hardly any comment comes more than once in a hundred", () => {
    const comments = rowsOf("answers.csv")
      .map(({ comment }) => comment!)
      .filter((comment) => comment.length > 0);
    const most = Math.max(
      ...Map.groupBy(comments, (comment) => comment)
        .values()
        .map((same) => same.length),
    );
    expect(most / comments.length).toBeLessThan(0.01);
    expect(comments.every((comment) => !/[{}]/.test(comment))).toBe(true);
  });

  test("[D9] end the day before today and begin on the first of the month, eighteen months earlier", () => {
    const days = [...rowsOf("contacts.csv"), ...rowsOf("answers.csv")].map(({ at }) => at!.slice(0, 10)).toSorted();
    expect([days[0], days.at(-1)]).toEqual(["2025-05-01", "2026-11-21"]);
  });
});

test.each(["2026-03-31", "2024-02-29", "2027-01-01"])(
  "[D9] the calendar of %s has eighteen whole months and the days of this one",
  (day) => {
    const { length, dateOf, improvement, monthOf } = calendarUpTo(day);
    expect(dateOf(0).slice(8)).toBe("01");
    expect(dateOf(improvement).slice(8)).toBe("01");
    expect(Date.parse(day) - Date.parse(dateOf(length - 1))).toBe(864e5);
    expect((Number(day.slice(5, 7)) + 12 - monthOf(0)) % 12).toBe(6);
  },
);

describe("the maps", () => {
  const journeys = [kitchenJourney, repairJourney];

  test("[D10] show every touchpoint of the library, and three of them are on both", () => {
    const [kitchen, repair] = journeys.map(
      ({ stages }) =>
        new Set(
          stages.flatMap(({ steps }) =>
            steps.flatMap(({ placements }) => placements.map(({ touchpoint }) => touchpoint)),
          ),
        ),
    );
    expect(new Set([...kitchen!, ...repair!])).toEqual(new Set(touchpoints.map(({ key }) => key)));
    expect([...kitchen!].filter((key) => repair!.has(key)).toSorted()).toEqual([
      "after-sales",
      "delivery-tracking",
      "phone-help",
    ]);
  });

  test("[D10] are said in the first person, in both languages, in lanes they have", () => {
    for (const { stages, lanes } of journeys) {
      for (const { name, cards } of stages.flatMap(({ steps }) => steps)) {
        expect(name.fr).toMatch(/^(Je |J’|Mon )/);
        expect(name.en).toMatch(/^(I |My )/);
        for (const { lane, text } of cards) {
          expect(lanes).toContain(lane);
          expect(text.fr).not.toBe(text.en);
        }
      }
      expect(laneKinds).toEqual(expect.arrayContaining([...lanes]));
    }
  });

  test("[D10] name channels and teams that are there", () => {
    const known = { channels: channels.map(({ key }) => key), teams: teams.map(({ key }) => key) };
    for (const { channel, team } of touchpoints) {
      expect(known.channels).toContain(channel);
      expect(known.teams).toContain(team);
    }
  });
});

test("[D6] chance is uniform enough and each customer has their own", () => {
  const draws = Array.from({ length: 2000 }, (_, i) => randomFrom(1, i).next());
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  expect(mean).toBeGreaterThan(0.48);
  expect(mean).toBeLessThan(0.52);
  expect(new Set(draws).size).toBe(2000);
});
