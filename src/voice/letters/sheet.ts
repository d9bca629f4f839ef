import type { Locale } from "#workspace/model.ts";
import { markup, type Markup } from "../page/markup.ts";

/** Text that comes after the main thing. */
export const softText = "color:#5b6172;font-size:14px";

/** A letter of a few paragraphs, with inline styles and one column: what every mail client shows. */
export function letterSheet(locale: Locale, text: string, below: Markup | null | (Markup | null)[]): string {
  return markup`<!doctype html><html lang="${locale}"><body style="margin:0;background:#faf8f4"><div
style="max-width:36rem;margin:0 auto;padding:24px 16px;font:16px/1.5 Inter,'Segoe UI',Helvetica,Arial,sans-serif;color:#1d2230"><p
style="margin:0;white-space:pre-line" dir="auto">${text}</p>${below}</div></body></html>`.text;
}
