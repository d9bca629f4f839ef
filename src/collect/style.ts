/** The house's colours, light and dark, for all that is below `root`. */
export function colours(root: ":root" | ":host"): string {
  return `${root}{
--paper:#faf8f4;--sheet:#ffffff;--line-strong:#cfc8b9;--ink:#1d2230;--ink-soft:#5b6172;
--accent:#2b4acb;--accent-strong:#2140b4;--accent-soft:#e6ebff;--on-accent:#ffffff;
--mid:#d9d2c0;--bad-2:#b5431f;--bad-wash:#fbeae2;--good-2:#1f6f87;--edge:#8a8576;
color-scheme:light dark;--gutter:24px;--ring:16px}
@media (prefers-color-scheme:dark){${root}{
--paper:#14161d;--sheet:#1b1e27;--line-strong:#3b4050;--ink:#eceef5;--ink-soft:#a9afc0;
--accent:#8fa5ff;--accent-strong:#a9baff;--accent-soft:#232a47;--on-accent:#11131a;
--mid:#5b5748;--bad-2:#ff9065;--bad-wash:#33211a;--good-2:#7ccbe0;--edge:#6f7588}}
*,::before,::after{box-sizing:border-box}`;
}

const everyCount = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** How many points of a scale stand in a row: all of them where there is room, else two rows of those that are more than seven. */
export function columns(isWide: boolean, counts: readonly number[] = everyCount): string {
  const rows = counts.map((count) => `.of${count}{--columns:${isWide || count <= 7 ? count : Math.ceil(count / 2)}}`);
  return rows.join("\n");
}

/** What a form can be made of, beside what all of them have. */
export const styleParts = [
  "numbers",
  "words",
  "smileys",
  "stars",
  "choices",
  "text",
  "notes",
  "issues",
  "message",
] as const;
export type StylePart = (typeof styleParts)[number];

/**
 * How questions and their thanks look in a narrow place, on a page of ours and in a panel on another's, which is sent no more
 * than it shows; `--title` and `--text` are its fonts.
 */
export function questionStyle(
  parts: readonly StylePart[] = styleParts,
  counts: readonly number[] = everyCount,
): string {
  const has = (part: StylePart) => parts.includes(part);
  const hasForm = parts.some((part) => part !== "message");
  const hasScale = (["numbers", "words", "smileys", "stars"] as const).some(has);
  return [
    common,
    hasForm && form,
    hasScale && scale(counts),
    (has("numbers") || has("stars")) && ends,
    has("words") && words,
    has("smileys") && smileys,
    has("stars") && stars,
    has("choices") && choices,
    has("text") && text,
    has("notes") && notes,
    has("issues") && issues,
    has("message") && message,
    hasForm && narrow,
    motion,
  ]
    .filter(Boolean)
    .join("");
}

const common = `
h1,h2,.title{font-family:var(--title);font-weight:650;letter-spacing:-.012em;line-height:1.22;text-wrap:pretty;overflow-wrap:anywhere}
a{color:var(--accent)}
.away{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`;

const form = `
form{position:relative}
form::before{content:"";position:absolute;inset-block:20px 26px;inset-inline-start:calc(var(--ring)/2 - 2px);width:4px;background:var(--mid)}
.stop{position:relative;min-width:0;margin:0;border:0;padding:0;padding-inline-start:var(--gutter);padding-block-end:34px}
.stop[hidden]{display:none}
.stop .title::before,.last::before{content:"";position:absolute;top:.61em;inset-inline-start:calc(-1*var(--gutter));width:var(--ring);height:var(--ring);margin-top:calc(var(--ring)/-2);
border:4px solid var(--mid);border-radius:50%;background:var(--paper);transition:border-color .2s}
.stop:has(:checked) .title::before,.stop:has(textarea:not(:placeholder-shown)) .title::before{border-color:var(--accent)}
.stop.last{padding-block-end:0}
.last::before{top:auto;bottom:calc(26px - var(--ring)/2);inset-inline-start:0;border-color:var(--accent);background:var(--accent)}
.title{position:relative;display:block;width:100%;padding:0;margin:0 0 14px;font-size:1.1875rem}
.title small{font:400 .875rem/1.4 var(--text);letter-spacing:0;color:var(--ink-soft);display:inline-block}
label{position:relative;display:block}
label>input{position:absolute;inset:0;z-index:1;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
input:checked+.point,input:checked+.choice{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
input:focus-visible+span,button:focus-visible,a:focus-visible,textarea:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
@media (hover:hover){
input:not(:checked):hover+.point,input:not(:checked):hover+.choice{border-color:var(--accent);background:var(--accent-soft)}
button:hover{background:var(--accent-strong)}}
button{min-height:52px;width:100%;padding:12px 32px;border:1.5px solid transparent;border-radius:10px;background:var(--accent);color:var(--on-accent);
font:600 1.0625rem/1.3 var(--text);cursor:pointer}
@media (forced-colors:active){
input:checked+.point,input:checked+.choice{forced-color-adjust:none;background:Highlight;color:HighlightText;border-color:Highlight}
form::before{background:CanvasText}}
`;

const notes = `
.note,.consent{margin:14px 0 0;font-size:.875rem;color:var(--ink-soft)}
.consent{margin:0 0 16px}
`;

const scale = (counts: readonly number[]) => `
.scale{display:grid;gap:6px;grid-template-columns:repeat(var(--columns),minmax(0,1fr))}
${columns(false, counts)}
.point{display:flex;flex-direction:column;align-items:center;justify-content:center;min-height:52px;height:100%;
border:1.5px solid var(--edge);border-radius:10px;background:var(--sheet);
font:600 1.1875rem/1.2 var(--title);font-variant-numeric:tabular-nums;text-align:center;transition:background-color .12s,border-color .12s,transform .12s}
input:active+.point{transform:scale(.96)}
.of7{gap:4px}
`;

const words = `
.words .point{min-height:60px;padding:8px}
`;

const ends = `
.ends{display:flex;justify-content:space-between;gap:24px;margin:10px 0 0;font-size:.875rem;line-height:1.35;color:var(--ink-soft)}
.ends span{max-width:46%}
.ends span:last-child{text-align:end}
.ends b{color:var(--ink);font-weight:600}
`;

const smileys = `
.smileys .point{border-color:transparent;background:none;min-height:64px}
.scale.smileys{gap:2px;margin-inline:-10px}
.smileys .point{justify-content:flex-start;gap:6px;padding:8px 0;font:400 .71875rem/1.25 var(--text);color:var(--ink-soft)}
.caption{hyphens:auto}
.face{width:46px;height:46px;flex:none;overflow:visible;transition:transform .15s}
.face *{fill:none;stroke:var(--ink-soft);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.face .head{fill:var(--sheet)}
.face .eyes{stroke-width:4}
.smileys input:checked+.point{background:none;border-color:transparent;color:var(--ink);font-weight:600}
:checked+.point .face{transform:scale(1.12)}
:checked+.point .face *{stroke:var(--on-accent)}
:checked+.point .face .head{fill:var(--accent);stroke:var(--accent)}
@media (forced-colors:active){
.face *{stroke:CanvasText}
:checked+.point .face *{forced-color-adjust:none;stroke:HighlightText}
:checked+.point .face .head{fill:Highlight;stroke:Highlight}}
`;

const stars = `
.stars .point{border-color:transparent;background:none;min-height:64px;padding:0}
.star{width:46px;height:46px;max-width:100%;fill:var(--sheet);stroke:var(--edge);stroke-width:2;stroke-linejoin:round;transition:fill .12s,stroke .12s}
.stars label:has(:checked) .star,.stars label:has(~label :checked) .star{fill:var(--accent);stroke:var(--accent)}
.stars input:checked+.point{background:none;border-color:transparent}
.scale.stars{max-width:26rem;margin-inline-start:-6px}
.stars~.ends{max-width:26rem}
@media (forced-colors:active){
.star{stroke:CanvasText}
.stars label:has(:checked) .star,.stars label:has(~label :checked) .star{forced-color-adjust:none;fill:Highlight;stroke:Highlight}}
`;

const choices = `
.choices{display:grid;gap:8px}
.choice{display:block;padding:13px 16px;padding-inline-start:48px;border:1.5px solid var(--edge);border-radius:10px;background:var(--sheet);overflow-wrap:anywhere}
.choices label::after{content:"";position:absolute;top:17px;inset-inline-start:16px;width:20px;height:20px;border:2px solid var(--edge);border-radius:50%;pointer-events:none}
.choices label:has([type=checkbox])::after{border-radius:4px}
.choices label:has(:checked)::after{border-color:var(--on-accent);background:radial-gradient(circle,var(--on-accent) 0 4px,transparent 4.5px)}
.choices label:has([type=checkbox]:checked)::after{content:"✓"/"";display:grid;place-items:center;background:none;color:var(--on-accent);font:700 .875rem/1 system-ui,sans-serif}
`;

const text = `
textarea{display:block;width:100%;min-height:3.25rem;padding:12px 14px;border:1.5px solid var(--edge);border-radius:10px;
background:var(--sheet);color:inherit;font:inherit;line-height:1.45;resize:vertical;field-sizing:content;max-height:50vh}
textarea[rows="4"]{min-height:7rem}
`;

const issues = `
.error{margin:-6px 0 14px;color:var(--bad-2);font-weight:600}
.summary{outline:0;margin-block-end:28px;padding:16px 20px;border-inline-start:4px solid var(--bad-2);border-radius:4px;background:var(--bad-wash)}
.summary h2{margin:0;font-size:1.0625rem}
.summary ul{margin:6px 0 0;padding:0;list-style:none}
.summary a{color:inherit}
fieldset[aria-invalid=true] :is(.numbers,.words) .point{border-color:var(--bad-2)}
`;

const message = `
.message svg{fill:none;stroke:var(--good-2);stroke-width:5;stroke-linecap:round;stroke-linejoin:round}
.message .cut{stroke:var(--ink-soft)}
.message p:not(.title){margin:0;color:var(--ink-soft)}
`;

const narrow = `
@media (max-width:21em){.scale{grid-template-columns:repeat(auto-fit,minmax(2.75rem,1fr))}.stop{padding-inline-start:0}form::before,.stop .title::before,.last::before{display:none}.caption{overflow-wrap:anywhere}}
`;

const motion = `
@media (prefers-reduced-motion:no-preference){
.stop{transition:opacity .25s}
@starting-style{.stop{opacity:0}}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`;
