import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestProduct, testProduct } from "#testing/product.ts";

const commands = ["start", "import", "measure", "doctor"];
const patience = 180_000;
const missing = "/nowhere/mapping.yaml";
const mapping = `
version: 1
name: Calls
timeZone: Europe/Paris
files: { calls: { file: calls.csv } }
people: [{ kind: customer, column: customer }]
records: [{ shape: contact, file: calls, touchpoint: call, when: at }]
journey:
  key: calls
  name: Calls
  stages: [{ name: Need, steps: [{ name: I call, touchpoints: [{ key: call, name: Call }] }] }]
`;
let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

describe("the command line", () => {
  test("[P60] explains every command, with examples", async () => {
    const all = await product.run("--help");
    expect(all.code).toBe(0);
    for (const command of commands) {
      expect(all.stdout).toContain(command);
      const help = await product.run(command, "--help");
      expect(help.code).toBe(0);
      expect(help.stdout).toContain(`Examples:\n  parcours ${command}`);
    }
  });

  test.each([
    ["an unknown command", ["strat"]],
    ["an option left out", ["measure"]],
    ["a day that is none", ["measure", "--journey", "a", "--from", "2026-02-30"]],
    ["a filter without a value", ["measure", "--journey", "a", "--filter", "delivery"]],
    ["files left out", ["import", "--mapping", missing]],
  ])("[P61] ends with 2 for %s, and starts nothing", async (_what, args) => {
    const { code, stdout, stderr } = await product.run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("parcours --help says how");
  });

  test("[P61] ends with 1 when it failed, and says what to do", async () => {
    const { code, stdout, stderr } = await product.run("import", "--mapping", missing, "--json", "x.csv");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(missing);
    expect(stderr).toContain("→");
  });

  test("[P62] names a setting that is wrong", async () => {
    const wrong = await testProduct({ PORT: "many" });
    const { code, stderr } = await wrong.run("start");
    await wrong.close();
    expect(code).toBe(1);
    expect(stderr).toContain("PORT=many");
  });
});

test(
  "[P61] imports and measures without a server, and ends with 3 when rows are left out and --strict is said",
  async () => {
    const folder = join(product.dataDir, "files");
    mkdirSync(folder);
    writeFileSync(join(folder, "calls.csv"), "customer,at\na,2026-01-02\nb,some day\n");
    writeFileSync(join(folder, "mapping.yaml"), mapping);
    const command = ["import", "--mapping", join(folder, "mapping.yaml"), "--json", join(folder, "calls.csv")];
    const strict = await product.run(...command, "--strict", "--dry-run");
    expect(strict.code).toBe(3);
    expect(JSON.parse(strict.stdout)).toMatchObject({
      isDryRun: true,
      counts: { rows: 2, contacts: 1, quarantined: 1 },
    });

    expect((await product.run(...command)).code).toBe(0);
    const measured = await product.run("measure", "--journey", "calls", "--json");
    expect(JSON.parse(measured.stdout)).toMatchObject({
      journeyKey: "calls",
      touchpoints: [{ key: "call", contacts: 1 }],
    });
  },
  patience,
);

describe("the server", { timeout: patience }, () => {
  test("[P63] prints the owner's link, refuses a second one on its data, lets commands attach, and stops cleanly", async () => {
    const server = product.spawn("start");
    const said = await server.saying(/Ctrl-C/);
    expect(said).toMatch(/http:\/\/localhost:\d+\/setup\?token=[\w-]{40,}/);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);

    const second = await product.run("start");
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`pid ${server.process.pid}`);

    const doctor = await product.run("doctor", "--json");
    const { checks } = JSON.parse(doctor.stdout) as { checks: { id: string; ok: boolean }[] };
    expect(checks.filter(({ id, ok }) => !ok && id !== "web")).toEqual([]);

    const measured = await product.run("measure", "--journey", "nothing", "--json");
    expect([measured.code, measured.stdout]).toEqual([1, ""]);
    expect(measured.stderr).toContain("«nothing»");

    server.process.kill("SIGTERM");
    const { code, stderr } = await server.ended;
    expect(code).toBe(0);
    expect(stderr).toContain("stopped");
  });

  test("[P64] starts again with a new link as long as there is no owner", async () => {
    const links = new Set<string>();
    for (let start = 0; start < 2; start++) {
      const server = product.spawn("start");
      links.add(/token=\S+/.exec(await server.saying(/Ctrl-C/))?.[0] ?? "");
      server.process.kill("SIGINT");
      expect((await server.ended).code).toBe(0);
    }
    expect(links.size).toBe(2);
  });

  test("[P63] gives up a start that is still under way, and the next one finishes it", async () => {
    const fresh = await testProduct({ DEMO: "1" });
    const server = fresh.spawn("start");
    await server.saying(/demo: generating/);
    server.process.kill("SIGINT");
    const { code, stdout, stderr } = await server.ended;
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("stopped");
    const again = fresh.spawn("start");
    await again.saying(/Ctrl-C/);
    await fresh.close();
    expect((await again.ended).stderr).toContain("demo: ready");
  });

  test("[P65] says that its port is taken, and lets go of its data", async () => {
    const server = product.spawn("start");
    await server.saying(/Ctrl-C/);
    const other = await testProduct({ PORT: new URL(product.url).port });
    const { code, stderr } = await other.run("start");
    expect(code).toBe(1);
    expect(stderr).toContain("PORT");
    expect((await other.run("doctor", "--json")).stdout).toContain("Nothing serves from the data directory");
    await other.close();
    server.process.kill("SIGTERM");
    await server.ended;
  });
});
