/** How a command ends: `inPart` only with --strict, when rows could not be read. */
export const exitCodes = { done: 0, failed: 1, notUnderstood: 2, inPart: 3 } as const;
