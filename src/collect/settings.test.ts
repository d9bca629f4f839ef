import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test("[V153] a link says by its attributes where, when, to whom and how often it asks", () => {
  const said = {
    parcours: "corner",
    pages: "/merci /commande/*",
    delay: "5",
    scroll: "50",
    share: "25",
    rest: "30",
    storage: "none",
    lang: "en-GB",
    properties: "store=Lyon+3&team=A%26B",
  };
  const { pages, ...rest } = readSettings(said, "fr");
  expect(rest).toEqual({
    place: "corner",
    delay: 5,
    scroll: 50,
    share: 25,
    rest: 30,
    mayStore: false,
    language: "en-GB",
    properties: [
      ["p_store", "Lyon 3"],
      ["p_team", "A&B"],
    ],
  });
  const fits = (path: string) => pages.some((page) => page.test(path));
  expect(["/merci", "/commande/42/suivi", "/merci/", "/commande", "/fr/merci"].map(fits)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("[V153] what cannot be read counts as absent, and the language is that of the page", () => {
  const usual = readSettings({}, "fr");
  expect(usual).toMatchObject({ place: "corner", pages: [], delay: null, share: 100, rest: 90, mayStore: true });
  expect(readSettings({ parcours: "x", delay: "soon", scroll: "-5", share: "", lang: "fr_FR" }, "fr")).toEqual({
    ...usual,
    language: "",
  });
  expect(readSettings({ pages: "/a.b(c)" }, "").pages[0]?.test("/aXb(c)")).toBe(false);
});
