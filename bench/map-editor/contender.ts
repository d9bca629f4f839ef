import type { BrowserContextOptions, Page } from "playwright-core";

export interface Point {
  x: number;
  y: number;
}

/** An editor with the items open in it, as its user reaches it. */
export interface Contender {
  name: string;
  url: string;
  /** Cookies of who is signed in. */
  storageState?: BrowserContextOptions["storageState"];
  /** Whether the editor has all items and those in sight are drawn; run in the page. */
  isReady: () => boolean;
  /** Where an item of the first column is on screen. */
  itemAt: (page: Page) => Promise<Point>;
  /** Puts the caret into the text of that item. */
  startTyping: (page: Page, item: Point) => Promise<void>;
}
