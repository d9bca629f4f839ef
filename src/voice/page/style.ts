import { colours, columns, questionStyle } from "#collect/style.ts";

/** The style of the page, with the house's colours; phones first. */
export function pageStyle(): string {
  return `
${colours(":root")}
:root{--title:"Bricolage Grotesque Variable","Bricolage Grotesque",system-ui,sans-serif;--text:"Inter Variable",Inter,system-ui,sans-serif}
body{margin:0;min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 var(--text);
-webkit-text-size-adjust:100%;text-size-adjust:100%}
header{display:flex;flex-wrap:wrap;gap:4px 20px;justify-content:space-between;align-items:baseline;
padding:18px clamp(16px,4vw,32px) 0;font-size:.9375rem;font-weight:600}
nav{display:flex;flex-wrap:wrap;gap:0 16px;margin-inline-start:auto;font-weight:400}
nav>*{padding-block:10px;color:var(--ink-soft)}
nav [aria-current]{color:var(--ink);font-weight:600}
main{width:100%;max-width:44rem;margin:clamp(0px,7vh,72px) auto auto;padding:28px clamp(16px,4vw,32px) 40px}
${questionStyle()}
.title h1{margin:0;font:inherit;letter-spacing:inherit}
.main .title{font-size:clamp(1.4375rem,1.2rem + 1.3vw,2rem);margin-bottom:22px}
.message{max-width:34rem}
.message h1{margin:24px 0 12px;font-size:clamp(1.625rem,1.3rem + 1.6vw,2.25rem)}
.message svg{width:64px;height:64px}
.message p:not(.title)+p{margin-top:14px}
.message ul{margin:0;padding:0;list-style:none}
.message li a{display:inline-block;padding-block:10px;line-height:24px}
[role=status]~p{margin:28px 0 0}
footer{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;justify-content:end;padding:0 clamp(16px,4vw,32px) 16px;font-size:.8125rem;color:var(--ink-soft)}
footer button{width:auto;min-height:44px;padding:0 12px;border:0;background:none;color:inherit;font:inherit}
footer button:hover{background:var(--accent-soft)}
:fullscreen footer button{display:none}
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
