import type { Locator, Page } from "playwright-core";

const mostStops = 80;

/** Reaches something as somebody without a mouse does: Tab by Tab. */
export function tabTo(page: Page, target: Locator): Promise<void> {
  return pressUntilFocused(page, "Tab", target);
}

/** Reaches an item of a grid from another one. */
export function arrowTo(page: Page, key: "ArrowDown" | "ArrowRight", target: Locator): Promise<void> {
  return pressUntilFocused(page, key, target);
}

/** Reaches a button or a link and presses it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function pressUntilFocused(page: Page, key: string, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} pressed ${mostStops} times did not lead to ${String(target)}.`);
}
