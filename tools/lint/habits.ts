import { placeOf } from "./place.ts";
import type { Context, Rule, Visitor } from "./rule.ts";

type Node = Parameters<NonNullable<Visitor["CallExpression"]>>[0]["callee"];

const maxRouteLines = 40;
const databaseCalls = new Set([
  "selectFrom",
  "insertInto",
  "updateTable",
  "deleteFrom",
  "mergeInto",
  "withTables",
  "executeQuery",
  "transaction",
]);
const storeNames = new Set(["pool", "clickhouse"]);

/** Door 5: routes, policies and doors ask a command or a query; they never talk to a store themselves. */
export const noStoreInRoutes: Rule = {
  create(context) {
    const path = placeOf(context.filename)?.path ?? "";
    if (!/^[a-z]+\/(?:server\/(?:routes|policy)[a-z-]*|index)\.ts$/.test(path)) return {};
    return {
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
        const onStore = storeNames.has(lastName(callee.object));
        if (!databaseCalls.has(callee.property.name) && !onStore) return;
        context.report({
          node,
          message: `${path} may not touch a store: put it into commands.ts or queries.ts and call that.`,
        });
      },
    };
  },
};

/** Door 5: a route is parse, authenticate, authorise, one command or query, present; the first three are the platform's. */
export const shortRoute: Rule = {
  create(context) {
    if (placeOf(context.filename) === null) return {};
    return {
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== "MemberExpression" || lastName(callee.object) !== "routes") return;
        if (callee.property.type !== "Identifier" || callee.property.name !== "handle") return;
        const lines = node.loc.end.line - node.loc.start.line + 1;
        if (lines <= maxRouteLines) return;
        context.report({
          node,
          message: `A route of ${lines} lines (at most ${maxRouteLines}): move its work into one command or query.`,
        });
      },
    };
  },
};

/** Door 1: a pure file reads no clock, throws no dice and sees no machine. */
export const noAmbient: Rule = {
  create(context) {
    const place = placeOf(context.filename);
    if (place === null || place.test || (place.side !== "pure" && place.side !== "contract")) return {};
    const forbid = (node: Parameters<Context["sourceCode"]["isGlobalReference"]>[0], what: string) => {
      if (context.sourceCode.isGlobalReference(node)) {
        context.report({ node, message: `${place.path} is pure: take ${what} as an argument.` });
      }
    };
    return {
      Identifier(node) {
        const what = ambient.get(node.name);
        if (what !== undefined) forbid(node, what);
      },
      NewExpression(node) {
        if (node.arguments.length === 0 && node.callee.type === "Identifier" && node.callee.name === "Date")
          forbid(node.callee, "the time");
      },
      MemberExpression(node) {
        if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return;
        const called = `${node.object.name}.${node.property.name}`;
        if (called === "Date.now") forbid(node.object, "the time");
        if (called === "Math.random") forbid(node.object, "the randomness");
      },
    };
  },
};

const ambient = new Map([
  ["performance", "the time"],
  ["crypto", "the randomness"],
  ["process", "what it needs of the machine"],
  ["window", "what it needs of the page"],
  ["document", "what it needs of the page"],
  ["localStorage", "what it needs of the page"],
  ["fetch", "the answer"],
  ["setTimeout", "the time"],
  ["setInterval", "the time"],
]);

/** State lives in values that somebody made and passes on; a module is evaluated once for everybody. */
export const noModuleState: Rule = {
  create(context) {
    if (placeOf(context.filename)?.test !== false) return {};
    return {
      Program(program) {
        for (const node of program.body) {
          if (node.type === "VariableDeclaration" && (node.kind === "let" || node.kind === "var")) {
            context.report({
              node,
              message: "Mutable state of a module is shared by everybody: make it in a function and pass it on.",
            });
          }
        }
      },
    };
  },
};

/** The last word of `deps.clickhouse` or `clickhouse`; empty for anything else. */
function lastName(node: Node): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" && node.property.type === "Identifier" ? node.property.name : "";
}
