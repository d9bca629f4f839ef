import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a careless site does to every element of its pages. */
const style = `html{font-size:62.5%} *{color:#333;letter-spacing:2px;text-transform:uppercase} div,form,fieldset,p{display:none} input{opacity:1!important}`;
const styleHash = createHash("sha256").update(style).digest("base64");

/**
 * A site that is not ours, whose pages hold `link` and let in nothing but what that widget needs; answers where it is. Its
 * address is another origin than that of the product.
 */
export async function openShop(
  product: string,
  link: string,
  { script, policy: trusted } = { script: "collect.js", policy: "parcours" },
): Promise<string> {
  const policy = [
    "default-src 'none'",
    `script-src ${product}/${script}`,
    `connect-src ${product}`,
    `style-src 'sha256-${styleHash}'`,
    "img-src data:",
    "require-trusted-types-for 'script'",
    `trusted-types ${trusted}`,
  ].join("; ");
  const page = `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><style>${style}</style>
<script src="${product}/${script}" async></script>
<main><h1>Thank you for your order</h1>${link}</main></html>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
    response.end(page);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
