import { colours, columns, questionStyle } from "#collect/style.ts";

/** The style of the page, with the house's colours; phones first. */
export function pageStyle(): string {
  return `
${colours(":root")}
body{margin:0;min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 var(--text);
-webkit-text-size-adjust:100%;text-size-adjust:100%}
header{display:flex;flex-wrap:wrap;gap:4px 20px;justify-content:space-between;align-items:baseline;
padding:18px clamp(16px,4vw,32px) 0;font-size:.9375rem;font-weight:600}
nav{display:flex;flex-wrap:wrap;gap:0 16px;margin-inline-start:auto;font-weight:400}
nav>*{padding-block:10px;color:var(--ink-soft)}
nav [aria-current]{color:var(--ink);font-weight:600}
main{width:100%;max-width:44rem;margin:clamp(0px,7vh,72px) auto auto;padding:28px clamp(16px,4vw,32px) 40px}
${questionStyle()}
@media (min-width:40em){
:root{--gutter:36px;--ring:20px}
.of7{gap:6px}
${columns(true)}
button{width:auto}
.point{min-height:56px}
.smileys .point{font-size:.8125rem}
.face,.star{width:56px;height:56px}
}
`;
}
