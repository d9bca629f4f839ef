import { expect, test } from "vitest";
import type { Command } from "./commands.ts";
import { findCommands } from "./find.ts";

const command = (id: string, group: Command["group"], label: string, more: Partial<Command> = {}): Command => ({
  id,
  group,
  label,
  run: () => undefined,
  ...more,
});
const commands = [
  command("c", "go", "Le délai de livraison", { isQuiet: true }),
  command("s", "go", "Livraison", { isQuiet: true }),
  command("a", "deed", "Ajouter une étape", { keywords: "colonne" }),
  command("v", "view", "Tableau"),
];

test("[U96] the palette lists deeds, and finds steps, lanes and cards by what they say", () => {
  const ids = (typed: string) => findCommands(commands, typed).flatMap((found) => found.commands.map(({ id }) => id));
  expect(ids("")).toEqual(["a", "v"]);
  expect(ids("LIVRAISON")).toEqual(["s", "c"]);
  expect(ids("colonne etape")).toEqual(["a"]);
  expect(ids("rien de tel")).toEqual([]);
});

test("[U96] of many things that are found the palette lists a handful of each kind", () => {
  const many = Array.from({ length: 500 }, (_, index) => command(`${index}`, "go", `Fiche ${index}`));
  expect(findCommands(many, "fiche")[0]?.commands).toHaveLength(8);
});
