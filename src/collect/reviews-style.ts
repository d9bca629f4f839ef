import { colours } from "./style.ts";

/** How reviews look, on a page of ours and in a shadow on another's; logical sides, so that it reads from right to left too. */
export function reviewsStyle(root: ":root" | ":host"): string {
  return `${colours(root)}
.reviews{color:var(--ink)}
.reviews h2,.reviews h3,.reviews p,.reviews ul,.reviews ol{margin:0;padding:0}
.reviews .top{display:flex;flex-wrap:wrap;gap:8px 32px;align-items:end;margin-block-end:20px}
.reviews .mean{font-size:2.25em;font-weight:650;line-height:1.1;font-variant-numeric:tabular-nums}
.rated{color:var(--good-2);letter-spacing:.06em;white-space:nowrap}
.rated i{color:var(--line-strong);font-style:normal}
.bars{display:grid;grid-template-columns:auto minmax(6em,14em) auto;gap:2px 8px;align-items:center;font-size:.8125em;font-variant-numeric:tabular-nums}
.bars>div{display:contents}.bars svg{color:var(--good-2);display:block}
.bars b{font-weight:500}
.orders{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;font-size:.875em;color:var(--ink-soft)}
.orders a,.pages a,.reviews .rules a{display:inline-block;padding-block:10px;color:var(--accent)}
.orders [aria-current]{display:inline-block;padding-block:10px;color:var(--ink);font-weight:600}
.reviews .sorted{font-size:.875em;color:var(--ink-soft)}
.reviews ol{list-style:none;margin-block:12px}
.reviews li{padding-block:16px;border-block-start:1px solid var(--line-strong)}
.reviews h3{display:inline;margin-inline-start:8px;font:inherit;font-weight:650;overflow-wrap:anywhere}
.reviews .words{margin-block-start:4px;white-space:pre-line;overflow-wrap:anywhere}
.reviews .told{margin-block-start:6px;font-size:.8125em;color:var(--ink-soft);overflow-wrap:anywhere}
.reviews .proof{display:inline-block;margin-inline-end:8px;padding-inline:6px;border:1px solid var(--line-strong);border-radius:1em}
.reviews .reply{margin-block-start:8px;padding-inline-start:12px;border-inline-start:3px solid var(--line-strong);color:var(--ink-soft);overflow-wrap:anywhere}
.pages{display:flex;gap:16px;align-items:baseline;font-size:.875em}
.reviews a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media (forced-colors:active){.bars svg{color:CanvasText}.rated,.rated i{color:CanvasText}.rated i{opacity:.35}}`;
}
