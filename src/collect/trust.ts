/** Sites may ask that markup passes a named policy (W3C Trusted Types); TypeScript does not know it yet. */
declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
    };
  }
}

/** Makes markup of our server pass as a policy of that name, where a site asks for one. */
export function trustAs(name: string): (html: string) => string {
  const policy = window.trustedTypes?.createPolicy(name, { createHTML: (html) => html });
  return (html) => policy?.createHTML(html) ?? html;
}
