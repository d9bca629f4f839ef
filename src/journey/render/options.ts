/** The ways in which a map can be laid out and cut into pages, which its contracts and its dialogs name. */
export const orientations = ["columns", "rows"] as const;
/** Steps side by side as columns, or one under another as rows. */
export type Orientation = (typeof orientations)[number];

export const paperNames = ["fit", "a4", "a3"] as const;
/** `fit`: a page as large as its map; else sheets of paper, lying. */
export type PaperName = (typeof paperNames)[number];

export const cuts = ["none", "stages"] as const;
/** `stages`: a page for each macro-stage. */
export type Cut = (typeof cuts)[number];
