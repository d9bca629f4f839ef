export const casesKey = ["cases"] as const;
