import { expect, test } from "vitest";
import { readSettings } from "#collect/settings.ts";
import { snippetOf, usualEmbedding } from "./snippet.ts";

const url = "https://cx.example/s/token";

test("[V160] what a site copies is a link that works alone, with no more attributes than are needed", () => {
  expect(snippetOf(url, 'You & "us"', usualEmbedding)).toBe(
    `<a href="${url}?way=widget" data-parcours="corner">You &#38; &#34;us&#34;</a>
<script src="https://cx.example/collect.js" async></script>`,
  );
});

test("[V160] the widget reads what was chosen out of what was copied", () => {
  const chosen = { ...usualEmbedding, delay: 5, scroll: 50, share: 20, rest: 30, pages: "/merci\n/commande/*" };
  const attributes = snippetOf(url, "", { ...chosen, mayStore: false }).matchAll(/ data-(\w+)="([^"]*)"/g);
  const read = readSettings(Object.fromEntries([...attributes].map(([, name, value]) => [name, value])), "fr");
  expect(read).toMatchObject({ place: "corner", delay: 5, scroll: 50, share: 20, mayStore: false });
  expect(read.pages.map((page) => page.test("/commande/1"))).toEqual([false, true]);
});
