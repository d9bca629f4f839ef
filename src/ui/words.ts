/** The same keys in another language: a missing or a spare one does not compile. */
export type Words<English extends Record<string, string>> = { readonly [Key in keyof English]: string };
