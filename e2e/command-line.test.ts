import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, inject, test } from "vitest";
import { listJourneys } from "#journey/api.ts";
import type { JourneyMeasures } from "#insight/model.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { olistFigures, writeFiles, writeOlistFiles } from "./olist-files.ts";
import { mapPage } from "./pages/map.ts";
import { runParcours } from "./product.ts";
import { visit } from "./visitor.ts";

const product = inject("product");
const mapping = resolve(import.meta.dirname, "../examples/olist/mapping.yaml");
const parcours = (...args: string[]) => runParcours({ DATA_DIR: product.dataDir }, ...args);

test("[E8] an import beside the running server shows on the open map, and measures as it does without one", async () => {
  const visitor = await visit(product, "en");
  const workspaceId = await visitor.newWorkspace("Olist");
  const { folder } = writeOlistFiles();

  const first = await parcours("import", "--workspace", workspaceId, "--mapping", mapping, "--json", folder);
  expect(first.code, first.stderr).toBe(0);
  const [journey] = await visitor.call(listJourneys, { params: { workspaceId } });
  expect(journey?.key).toBe("olist");

  const browser = await openBrowser();
  const { page } = await openWindow(browser, { storageState: product.signedIn, locale: "en-GB" });
  const map = mapPage(page, "en");
  await map.open(`${product.url}/w/${workspaceId}/journeys/${journey?.id}`);
  await map.text("My parcel leaves").waitFor();

  const more = writeFiles({
    "mapping.yaml": readFileSync(mapping, "utf8").replace(
      "name: { en: I answer, fr: Je réponds }",
      "name: { en: I tell my friends, fr: J’en parle }",
    ),
  });
  const second = await parcours(
    "import",
    "--workspace",
    workspaceId,
    "--mapping",
    more.files[0] ?? "",
    "--json",
    folder,
  );
  expect(second.code, second.stderr).toBe(0);
  expect(JSON.parse(second.stdout)).toMatchObject({ counts: { newContacts: 0, newAnswers: 0 } });
  await map.text("I tell my friends").waitFor();

  const measured = await parcours(
    "measure",
    "--workspace",
    workspaceId,
    "--journey",
    "olist",
    "--split-by",
    "delivery",
    "--json",
  );
  expect(measured.code, measured.stderr).toBe(0);
  const answer = (JSON.parse(measured.stdout) as JourneyMeasures).touchpoints.find(({ key }) => key === "answer");
  const stars = (figures: { scores: JourneyMeasures["whole"]["scores"] } | undefined) => {
    const { n, value } = figures?.scores.find(({ metric }) => metric === "stars") ?? {};
    return { n, value };
  };
  expect(stars(answer)).toEqual(olistFigures.whole);
  expect(Object.fromEntries((answer?.split ?? []).map((part) => [part.value, stars(part)]))).toEqual({
    "on time": olistFigures["on time"],
    late: olistFigures.late,
    undelivered: olistFigures.undelivered,
  });
});
