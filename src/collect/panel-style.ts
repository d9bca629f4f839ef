import { colours, questionStyle, type StylePart } from "./style.ts";

/**
 * The style of a panel that shows these parts, which inherits nothing of the page around. A `rem` is the site's own affair: here
 * it is never less than 16 px. What nothing refers to is left out: a site pays for every byte.
 */
export function panelStyle(parts: readonly StylePart[], counts: readonly number[] = []): string {
  const rem = (style: string) => style.replace(/([\d.]+)rem/g, "calc($1*var(--rem))");
  const style = `${colours(":host")}${rem(questionStyle(parts, counts))}${frame}`;
  const isUsed = (name: string) => style.includes(`var(${name})`);
  return style.replace(/\n/g, "").replace(/(--[\w-]+):#\w+;?/g, (said, name: string) => (isUsed(name) ? said : ""));
}

const frame = `
:host{--rem:max(1rem,16px);--title:var(--text);--text:system-ui,sans-serif;display:block}
section{all:initial;display:block;box-sizing:border-box;position:relative;overflow:auto;overscroll-behavior:contain;padding:20px;border:1px solid var(--line-strong);border-radius:14px;outline-offset:-3px;
background:var(--paper);color:var(--ink);font:calc(1*var(--rem))/1.5 var(--text)}
section.corner{position:fixed;z-index:2147483647;inset-block-end:16px;inset-inline-end:16px;width:min(25*var(--rem),100% - 32px);max-height:calc(100dvh - 32px);box-shadow:0 12px 40px #0003}
section:focus-visible{outline:3px solid var(--accent)}
.main .title{font-size:calc(1.25*var(--rem));padding-inline-end:36px}
.close{position:absolute;z-index:2;inset-block-start:8px;inset-inline-end:8px;width:44px;min-height:44px;padding:0;border:0;background:none;color:var(--ink-soft);font-size:1.5em}
.close:hover{background:var(--accent-soft)}
.message svg{display:block;width:44px;height:44px}
.message .title{margin:12px 0 6px;font-size:calc(1.25*var(--rem))}
[role=status]:not(.away){margin:14px 0 0;font-size:.875em;color:var(--ink-soft)}
@media (max-width:30em){section.corner{inset-inline:0;inset-block-end:0;width:100%;max-height:85dvh;border-radius:14px 14px 0 0}}
@media print{:host{display:none}}
@media (prefers-reduced-motion:no-preference){section.corner{transition:opacity .25s,transform .25s}@starting-style{section.corner{opacity:0;transform:translateY(12px)}}}`;
