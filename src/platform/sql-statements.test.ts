import { expect, test } from "vitest";
import { splitStatements } from "./sql-statements.ts";

test("[P15] a script is cut at its semicolons", () => {
  expect(splitStatements("CREATE TABLE a (x Int8);\nCREATE TABLE b (y Int8)\n;")).toEqual([
    "CREATE TABLE a (x Int8)",
    "CREATE TABLE b (y Int8)",
  ]);
});

test("[P15] a semicolon in a text, a name or a comment cuts nothing", () => {
  const script = `
    -- first; the table
    SELECT 'a;b', 'it''s; \\'', "c;d", \`e;f\` /* and;
    so on */;
    SELECT 2 -- last; word`;
  expect(splitStatements(script)).toEqual([`SELECT 'a;b', 'it''s; \\'', "c;d", \`e;f\``, "SELECT 2"]);
});

test("[P15] a script of comments has no statement", () => {
  expect(splitStatements("-- nothing;\n/* here; */ ;;\n")).toEqual([]);
});
