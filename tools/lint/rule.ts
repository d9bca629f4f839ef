import type { RuleTester } from "oxlint/plugins-dev";
import { type Place, placeOf, targetOf } from "./place.ts";

/** oxlint names these types nowhere, but its rule tester takes them. */
type Create = NonNullable<Parameters<RuleTester["run"]>[1]["create"]>;
export type Context = Parameters<Create>[0];
export type Visitor = ReturnType<Create>;
export type Rule = { create: Create };

/** One import as a layer rule sees it; `typeOnly` imports are gone at run time. */
interface Edge {
  from: Place;
  to: Place | { package: string };
  typeOnly: boolean;
}

/** A rule over the imports of the product's own files: `judge` answers what is wrong and which way is right, or null. */
export function importRule(judge: (edge: Edge) => string | null): Rule {
  return {
    create(context) {
      const from = placeOf(context.filename);
      if (from === null || from.test) return {};
      const check = (
        source: unknown,
        node: Parameters<Context["sourceCode"]["getText"]>[0] & object,
        typeOnly: boolean,
      ) => {
        const to = typeof source === "string" ? targetOf(from, source) : null;
        const message = to === null ? null : judge({ from, to, typeOnly });
        if (message !== null) context.report({ node, message });
      };
      return {
        ImportDeclaration: (node) => check(node.source.value, node, node.importKind === "type"),
        ExportNamedDeclaration: (node) => check(node.source?.value, node, node.exportKind === "type"),
        ExportAllDeclaration: (node) => check(node.source.value, node, node.exportKind === "type"),
        ImportExpression: (node) => check(node.source.type === "Literal" ? node.source.value : null, node, false),
      };
    },
  };
}
