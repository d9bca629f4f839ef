import { configDefaults, defineConfig } from "vitest/config";
import { TotalsReporter } from "./tools/test-reporter.ts";

const exclude = [...configDefaults.exclude, "e2e/**", "dist/**", "data/**"];
const stores = "{src,tools}/**/*.store.test.ts";

export default defineConfig({
  test: {
    // Twenty times faster than a fresh world per file; it also shows module-level state, which we do not want.
    isolate: false,
    // No test is about time: these limits only end what hangs, also on a machine that is busy with something else.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", new TotalsReporter()],
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["{src,tools}/**/*.test.{ts,tsx}"], exclude: [...exclude, stores] },
      },
      {
        extends: true,
        test: {
          name: "stores",
          include: [stores],
          exclude,
          globalSetup: "src/testing/global-setup.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          globalSetup: "e2e/global-setup.ts",
          // One browser and one product at a time: they want both cores of a small machine.
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
