import { expect, test } from "vitest";
import { errorOf, urlOf } from "./call.ts";

test("[U1] a problem document of ours keeps its code, its issues and its remedy", () => {
  const problem = {
    type: "about:blank",
    code: "conflict",
    title: "Taken.",
    remedy: "Choose another.",
    issues: [{ path: "key", code: "taken", message: "is taken" }],
  };
  expect(errorOf(409, JSON.stringify(problem))).toMatchObject({
    code: "conflict",
    status: 409,
    remedy: "Choose another.",
    issues: problem.issues,
  });
});

test.each([
  [401, '{"code":"INVALID_EMAIL_OR_PASSWORD"}', "not_signed_in"],
  [413, "<html>Too large</html>", "too_large"],
  [502, "", "store_unavailable"],
  [500, "oops", "internal"],
])("[U1] an answer %i that is not ours still gets a code that the screens know", (status, text, code) => {
  expect(errorOf(status, text).code).toBe(code);
});

test("[U2] what is put into an address is encoded, lists are repeated, and nothing is left out of it", () => {
  const url = urlOf(
    "/files/:name/rows",
    { name: "a b/c.csv" },
    { filter: ["shop:1", "shop:2"], from: undefined, limit: 0, splitBy: "" },
  );
  expect(url).toBe("/files/a%20b%2Fc.csv/rows?filter=shop%3A1&filter=shop%3A2&limit=0");
});
