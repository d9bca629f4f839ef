export const startWays = ["empty", "template", "advisor", "import"] as const;
export type StartWay = (typeof startWays)[number];

/** What the address says of the new journey. */
export interface StartSearch {
  way?: StartWay | undefined;
  /** The journey and the step of it that the new one tells in detail. */
  parent?: string | undefined;
  step?: string | undefined;
}
