/** Beside what reviews look like everywhere: the rules, and the author's form. */
export function reviewPagesStyle(): string {
  return `.prose h2{margin:28px 0 6px;font-size:1.1875rem}.prose p{margin:0 0 8px}.prose li{margin-block:4px}
.review h1{margin:0 0 12px;font-size:1.75rem}.review>p{margin:0 0 20px}
form.plain::before{display:none}.field{margin:0 0 18px;padding:0;border:0}
.field label:not(.tick),.field legend{display:block;margin:0 0 6px;padding:0;font-weight:600}
.field input:not([type=radio]){position:static;opacity:1;width:100%;height:auto;min-height:48px;padding:10px 14px;border:1.5px solid var(--edge);border-radius:10px;background:var(--sheet);color:inherit;font:inherit}
.tick{display:flex;gap:12px;align-items:center;min-height:44px;margin:0 0 6px}
.tick>input{position:static;flex:none;width:24px;height:24px;opacity:1;accent-color:var(--accent)}
.field input:focus-visible,.tick>input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[aria-invalid=true]{border-color:var(--bad-2)}
button.second{border-color:var(--edge);background:none;color:var(--ink)}
button.second:hover{background:var(--accent-soft)}
.plain button{margin-block:8px 0}`;
}
