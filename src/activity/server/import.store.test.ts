import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MappingInput } from "../model.ts";
import { labelPeople, startImportRunner } from "../index.ts";
import { addFile, createImport, deleteImport, requestRun, retryImport, setMapping } from "./commands.ts";
import { importFiles } from "./files.ts";
import { type ImportWorld, importWorld } from "./import.testing.ts";
import { downloadQuarantine, getImport, listQuarantine } from "./queries.ts";
import { runImport } from "./run.ts";
import { Readable } from "node:stream";

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld();
});
afterAll(() => world.close());

const visits: MappingInput = {
  version: 1,
  name: "Visits",
  timeZone: "Europe/Paris",
  files: { visits: { file: "visits.csv" } },
  people: [{ kind: "email", column: "email", store: "clear" }],
  records: [{ shape: "contact", file: "visits", touchpoint: { column: "where" }, when: "when" }],
};
const nps: MappingInput = {
  ...visits,
  name: "NPS",
  files: { answers: { file: "answers.csv", separator: ";", decimal: ",", dates: "dd/mm/yyyy" } },
  records: [
    {
      shape: "answer",
      file: "answers",
      touchpoint: "caisse",
      when: "quand",
      metric: "nps",
      score: "score",
      comment: "motif",
    },
  ],
};
const countEvents = async (workspaceId: string): Promise<number> => {
  const [row] = await world.ask<{ n: number }>(
    "SELECT toUInt32(count()) AS n FROM event WHERE workspace_id = {workspaceId:UUID}",
    { workspaceId },
  );
  return row?.n ?? 0;
};
const stagingTables = () =>
  world.ask<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'import%'",
  );

describe("files", () => {
  test("[I17] Windows-1252, semicolons, decimal commas and dd/mm/yyyy are read without being said twice", async () => {
    const workspaceId = await world.newWorkspace();
    const text = "email;quand;score;motif\r\na@b.fr;31/12/2024 08:00;9,0;Très déçu – 5 €\r\n";
    const bytes = Uint8Array.from(text, (letter) => ({ "–": 0x96, "€": 0x80 })[letter] ?? letter.charCodeAt(0));
    const report = await world.run(
      workspaceId,
      { ...nps, people: [{ kind: "email", column: "email" }] },
      { "answers.csv": bytes },
    );
    expect(report.counts).toMatchObject({ answers: 1, quarantined: 0 });
    expect(
      await world.ask("SELECT comment, score, occurred_at FROM event WHERE workspace_id = {workspaceId:UUID}", {
        workspaceId,
      }),
    ).toEqual([{ comment: "Très déçu – 5 €", score: 9, occurred_at: "2024-12-31 07:00:00.000" }]);
  });

  test("[I17] a packed file and several files of one pattern are one table", async () => {
    const workspaceId = await world.newWorkspace();
    const { gzipSync } = await import("node:zlib");
    const mapping: MappingInput = { ...visits, files: { visits: { file: "visits-*.csv" } } };
    const report = await world.run(workspaceId, mapping, {
      "visits-1.csv": "\uFEFFemail,when,where\na@b.fr,2024-01-01,Shop\n",
      "visits-2.csv.gz": gzipSync("email,when,where\nc@d.fr,2024-01-02,Shop\n"),
    });
    expect(report.counts).toMatchObject({
      rows: 2,
      contacts: 2,
      people: 2,
      quarantined: 0,
      touchpoints: [{ key: "shop", name: "Shop", contacts: 2 }],
    });
  });

  test("[I2] a missing file and a wrong mapping are refused before anything begins, with line and remedy", async () => {
    const workspaceId = await world.newWorkspace();
    await expect(world.run(workspaceId, visits, { "other.csv": "a\n" })).rejects.toMatchObject({
      code: "file_unreadable",
      issues: [{ path: "visits.csv" }],
    });
    await expect(
      world.run(
        workspaceId,
        'version: 1\nname: x\ntimeZone: Mars\nfiles: {}\nrecords:\n  - shape: contact\n    file: "y"\n',
        {},
      ),
    ).rejects.toMatchObject({
      code: "mapping_invalid",
      issues: expect.arrayContaining([
        { path: "timeZone", code: "custom", message: "mapping:3 timeZone: not a time zone such as Europe/Paris" },
        expect.objectContaining({ path: "records.0.when", message: expect.stringContaining("mapping:6") }),
      ]),
    });
  });
});

describe("what is the same", () => {
  test("[I52] the same row twice is one event, unless nobody's name is on it", async () => {
    const rows = "email,when,where\na@b.fr,2024-01-01,Shop\na@b.fr,2024-01-01,Shop\n";
    const known = await world.run(await world.newWorkspace(), visits, { "visits.csv": rows });
    expect(known.counts).toMatchObject({ rows: 2, contacts: 1, repeated: 1, people: 1 });

    const workspaceId = await world.newWorkspace();
    const anonymous = { ...visits, people: [] };
    expect((await world.run(workspaceId, anonymous, { "visits.csv": rows })).counts).toMatchObject({
      contacts: 2,
      repeated: 0,
      people: 2,
      newPeople: 2,
    });
    expect(
      (await world.run(workspaceId, anonymous, { "visits.csv": `${rows}a@b.fr,2024-01-01,Shop\n` })).counts,
    ).toMatchObject({ contacts: 3, newContacts: 1, newPeople: 1 });
    expect(await countEvents(workspaceId)).toBe(3);
  });

  test("[I53] a row with a key is known again when what it says has changed, and columns may move", async () => {
    const workspaceId = await world.newWorkspace();
    const keyed: MappingInput = {
      ...visits,
      records: [{ shape: "contact", file: "visits", touchpoint: { column: "where" }, when: "when", key: ["id"] }],
    };
    await world.run(workspaceId, keyed, { "visits.csv": "id,email,when,where\n1,a@b.fr,2024-01-01,Shop\n" });
    expect(
      (await world.run(workspaceId, keyed, { "visits.csv": "where,id,email,when\nShop,1,a@b.fr,2024-01-09\n" })).counts,
    ).toMatchObject({ contacts: 1, newContacts: 0 });
  });

  test("[I54] deleting an import takes its events back, and they can be imported again", async () => {
    const workspaceId = await world.newWorkspace();
    const files = { "visits.csv": "email,when,where\na@b.fr,2024-01-01,Shop\n" };
    const { id } = await world.run(workspaceId, visits, files);
    await deleteImport(world.deps, { workspaceId, importId: id });
    expect(await countEvents(workspaceId)).toBe(0);
    expect((await world.run(workspaceId, visits, files)).counts).toMatchObject({ newContacts: 1 });
    expect(await countEvents(workspaceId)).toBe(1);
  });
});

describe("people", () => {
  const two: MappingInput = {
    ...visits,
    people: [
      { kind: "email", column: "email", store: "clear" },
      { kind: "card", column: "card" },
    ],
  };
  const personsOf = async (workspaceId: string) => {
    const { rows } = await world.stores.pool.query<{ id: string }>("SELECT id FROM person WHERE workspace_id = $1", [
      workspaceId,
    ]);
    return rows.map(({ id }) => id);
  };

  test("[I43] two identifiers on one row are one person; events already stored follow", async () => {
    const workspaceId = await world.newWorkspace();
    const first = await world.run(workspaceId, two, {
      "visits.csv": "email,card,when,where\na@b.fr,,2024-01-01,Shop\n,77,2024-01-02,Shop\n,88,2024-01-03,Shop\n",
    });
    expect(first.counts).toMatchObject({ people: 3, newPeople: 3, mergedPeople: 0 });

    const second = await world.run(workspaceId, two, {
      "visits.csv": "email,card,when,where\nA@B.fr,77,2024-02-01,Web\n",
    });
    expect(second.counts).toMatchObject({ people: 1, newPeople: 0, mergedPeople: 1, newContacts: 1 });
    const people = await world.ask<{ person_id: string; contacts: number }>(
      "SELECT person_id, toUInt32(count()) AS contacts FROM event WHERE workspace_id = {workspaceId:UUID} GROUP BY person_id ORDER BY contacts",
      { workspaceId },
    );
    expect(people.map(({ contacts }) => contacts)).toEqual([1, 3]);
    expect((await personsOf(workspaceId)).toSorted()).toEqual(people.map(({ person_id }) => person_id).toSorted());

    const again = await world.run(workspaceId, two, { "visits.csv": "email,card,when,where\n,77,2024-03-01,App\n" });
    expect(again.counts).toMatchObject({ people: 1, newPeople: 0, mergedPeople: 0 });
    expect(await personsOf(workspaceId)).toHaveLength(2);
  });

  test("[I44] hashed identifiers are nowhere in clear, and clear ones name their person", async () => {
    const workspaceId = await world.newWorkspace();
    await world.run(workspaceId, two, {
      "visits.csv": "email,card,when,where\nannie@b.fr,secret-card,2024-01-01,Shop\n",
    });
    const { rows } = await world.stores.pool.query<{ kind: string; value: string; is_hashed: boolean }>(
      "SELECT kind, value, is_hashed FROM person_identifier WHERE workspace_id = $1 ORDER BY kind",
      [workspaceId],
    );
    expect(rows).toEqual([
      { kind: "card", value: expect.stringMatching(/^[0-9a-f]{64}$/), is_hashed: true },
      { kind: "email", value: "annie@b.fr", is_hashed: false },
    ]);
    const [person = ""] = await personsOf(workspaceId);
    expect(await labelPeople(world.deps.db, workspaceId, [person])).toEqual(new Map([[person, "annie@b.fr"]]));
    expect(
      JSON.stringify(await world.ask("SELECT * FROM event WHERE workspace_id = {workspaceId:UUID}", { workspaceId })),
    ).not.toContain("secret-card");
  });

  test("[I44] the same identifier is another person in another workspace", async () => {
    const [one, other] = [await world.newWorkspace(), await world.newWorkspace()];
    for (const workspaceId of [one, other])
      await world.run(workspaceId, visits, { "visits.csv": "email,when,where\na@b.fr,2024-01-01,Shop\n" });
    expect(await personsOf(one)).not.toEqual(await personsOf(other));
  });
});

describe("quarantine", () => {
  const rows =
    'email,when,where\na@b.fr,2024-01-01,Shop\nb@b.fr,31/12/2024,Shop\n,2024-01-01,Shop\nc@b.fr,2024-01-01\n"x\nd@b.fr,2024-01-04,=Shop\n';

  test("[I60] every row that cannot be read is there with file, line, reason and its own words", async () => {
    const workspaceId = await world.newWorkspace();
    const { id, counts } = await world.run(workspaceId, visits, { "visits.csv": rows });
    expect(counts).toMatchObject({ rows: 6, quarantined: 4, contacts: 2 });
    const found = await listQuarantine(world.deps, { workspaceId, importId: id }, { offset: 0, limit: 50 });
    expect(found.total).toBe(4);
    expect(found.rows.map(({ line, code, raw }) => [line, code, raw])).toEqual([
      [3, "date_invalid", "b@b.fr,31/12/2024,Shop"],
      [4, "person_missing", ",2024-01-01,Shop"],
      [5, "row_too_short", "c@b.fr,2024-01-01"],
      [6, "row_unreadable", '"x'],
    ]);
  });

  test("[I64] it is downloaded with its columns and reasons, harmless in a spreadsheet", async () => {
    const workspaceId = await world.newWorkspace();
    const { id } = await world.run(workspaceId, visits, { "visits.csv": "email,when,where\n=1+1,never,Shop\n" });
    const chunks = await (await downloadQuarantine(world.deps, { workspaceId, importId: id })).toArray();
    expect(chunks.join("")).toBe(
      "\uFEFFemail,when,where,_file,_line,_code,_detail\r\n'=1+1,never,Shop,visits.csv,2,date_invalid,when\r\n",
    );
  });

  test("[I61] a retry reads only its rows, with a corrected mapping; what it reads leaves the quarantine", async () => {
    const workspaceId = await world.newWorkspace();
    const { id } = await world.run(workspaceId, visits, { "visits.csv": rows });
    const retry = await retryImport(world.deps, { workspaceId, importId: id }, null);
    const scope = { workspaceId, importId: retry.id };
    await setMapping(world.deps, scope, { ...visits, files: { visits: { file: "visits.csv", dates: "dd/mm/yyyy" } } });
    await requestRun(world.deps, scope, { dryRun: false });
    expect((await runImport(world.deps, scope)).counts).toMatchObject({ rows: 4, quarantined: 3, newContacts: 1 });
    expect(await countEvents(workspaceId)).toBe(3);
    expect((await listQuarantine(world.deps, { workspaceId, importId: id }, { offset: 0, limit: 1 })).total).toBe(0);
    expect((await listQuarantine(world.deps, scope, { offset: 0, limit: 1 })).total).toBe(3);
  });

  test("[I64] downloaded, corrected and given to a retry, a cell is what it was in the file", async () => {
    const workspaceId = await world.newWorkspace();
    const text = "email,when,where\n+33 6,never,Shop\n";
    const { id } = await world.run(workspaceId, visits, { "visits.csv": text });
    const download = (await (await downloadQuarantine(world.deps, { workspaceId, importId: id })).toArray()).join("");
    const retry = await retryImport(world.deps, { workspaceId, importId: id }, null);
    const scope = { workspaceId, importId: retry.id };
    await addFile(
      world.deps,
      scope,
      "visits.csv",
      Readable.from([Buffer.from(download.replace("never", "2024-01-01"))]),
    );
    await requestRun(world.deps, scope, { dryRun: false });
    expect((await runImport(world.deps, scope)).counts).toMatchObject({ newContacts: 1 });
    const again = await world.run(workspaceId, visits, { "visits.csv": text.replace("never", "2024-01-01") });
    expect(again.counts).toMatchObject({ contacts: 1, newContacts: 0, newPeople: 0 });
  });

  test("[I62] a corrected file in place of the first is read whole, and what was read before is not read twice", async () => {
    const workspaceId = await world.newWorkspace();
    const { id } = await world.run(workspaceId, visits, { "visits.csv": rows });
    const retry = await retryImport(world.deps, { workspaceId, importId: id }, null);
    const scope = { workspaceId, importId: retry.id };
    const corrected =
      "email,when,where,_file,_line,_code,_detail\nb@b.fr,2024-12-31,Shop,visits.csv,3,date_invalid,when\na@b.fr,2024-01-01,Shop,,,,\n";
    await addFile(world.deps, scope, "visits.csv", Readable.from([Buffer.from(corrected)]));
    await requestRun(world.deps, scope, { dryRun: false });
    expect((await runImport(world.deps, scope)).counts).toMatchObject({
      rows: 2,
      contacts: 2,
      newContacts: 1,
      quarantined: 0,
    });
    expect(await countEvents(workspaceId)).toBe(3);
  });
});

describe("interrupted", () => {
  const many = `email,when,where\n${Array.from({ length: 12_000 }, (_, at) => `p${at % 6000}@b.fr,2024-01-01 ${String(at % 24).padStart(2, "0")}:00,Place ${at % 7}`).join("\n")}\n`;

  test("[I55] cancelled while it reads, nothing of it stays", async () => {
    const workspaceId = await world.newWorkspace();
    const abort = new AbortController();
    const report = await world.run(
      workspaceId,
      visits,
      { "visits.csv": many },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    expect(report).toMatchObject({ status: "cancelled", counts: null });
    expect(await countEvents(workspaceId)).toBe(0);
    expect(
      (await listQuarantine(world.deps, { workspaceId, importId: report.id }, { offset: 0, limit: 1 })).total,
    ).toBe(0);
    expect(await stagingTables()).toEqual([]);
  });

  test("[I56] stopped at any moment and taken up again, it ends as if nothing had happened", async () => {
    const expected = (await world.run(await world.newWorkspace(), visits, { "visits.csv": many })).counts;
    for (let moment = 1, isDone = false; !isDone; moment += 1) {
      const workspaceId = await world.newWorkspace();
      const scope = { workspaceId, importId: (await createImport(world.deps, { workspaceId, userId: null })).id };
      await addFile(world.deps, scope, "visits.csv", Readable.from([Buffer.from(many)]));
      await setMapping(world.deps, scope, visits);
      await requestRun(world.deps, scope, { dryRun: false });
      const stop = new AbortController();
      let told = 0;
      const stopAt = () => {
        told += 1;
        if (told === moment) stop.abort();
      };
      await runImport(world.deps, scope, { signal: stop.signal, onProgress: stopAt }).catch((error: unknown) =>
        expect(error).toBe(stop.signal.reason),
      );
      isDone = told < moment;
      const report = await runImport(world.deps, scope);
      expect(report).toMatchObject({ status: "done", counts: expected });
      expect(await countEvents(workspaceId)).toBe(expected?.contacts);
    }
  }, 60_000);

  test("[I57] the queue takes up what a dead process left, one import of a workspace at a time", async () => {
    const workspaceId = await world.newWorkspace();
    const ids: string[] = [];
    for (const day of ["01", "02"]) {
      const scope = { workspaceId, importId: (await createImport(world.deps, { workspaceId, userId: null })).id };
      await addFile(
        world.deps,
        scope,
        "visits.csv",
        Readable.from([Buffer.from(`email,when,where\na@b.fr,2024-01-${day},Shop\n`)]),
      );
      await setMapping(world.deps, scope, visits);
      await requestRun(world.deps, scope, { dryRun: false });
      ids.push(scope.importId);
    }
    await world.stores.pool.query("UPDATE import SET status = 'reading' WHERE id = $1", [ids[0]]);
    const runner = startImportRunner(world.deps, {
      error: (message, fields) => expect.fail(`${message} ${JSON.stringify(fields)}`),
    });
    await expect
      .poll(
        async () =>
          Promise.all(ids.map(async (importId) => (await getImport(world.deps.db, { workspaceId, importId })).status)),
        { timeout: 15_000 },
      )
      .toEqual(["done", "done"]);
    await runner.close();
    expect(await countEvents(workspaceId)).toBe(2);
  });
});

test("[I63] files go when nothing is left to retry", async () => {
  const workspaceId = await world.newWorkspace();
  const scope = { workspaceId, importId: (await createImport(world.deps, { workspaceId, userId: null })).id };
  await addFile(
    world.deps,
    scope,
    "visits.csv",
    Readable.from([Buffer.from("email,when,where\na@b.fr,2024-01-01,Shop\n")]),
  );
  await setMapping(world.deps, scope, visits);
  await requestRun(world.deps, scope, { dryRun: false });
  await runImport(world.deps, scope);
  await expect(
    importFiles(world.deps.dataDir).open(scope.importId, [{ name: "visits.csv", bytes: 1 }]),
  ).rejects.toMatchObject({ code: "file_unreadable" });
});
