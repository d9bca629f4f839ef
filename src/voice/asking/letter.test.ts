import fc from "fast-check";
import { expect, test } from "vitest";
import type { Asked as Metric } from "../model.ts";
import { readyContent } from "../wording.ts";
import { type Asked, letterOf, textMessageOf } from "./letter.ts";

const asked = (metric: Metric, part: Partial<Asked> = {}): Asked => ({
  content: readyContent(metric, { relation: "transactional", task: "" }),
  language: "fr",
  from: "Mutuelle du Midi",
  url: "https://example.com/s/t?lang=fr",
  refuseUrl: "https://example.com/stop/t",
  hiddenUrl: "https://example.com/s/t/all",
  isReminder: false,
  ...part,
});
const links = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, url = ""]) => url.replaceAll("&#38;", "&"));

test("[V102] every point of the scale is a link that chooses it, in HTML as in text", () => {
  for (const [metric, low, high] of [
    ["nps", 0, 10],
    ["ces", 1, 7],
    ["csat", 1, 5],
    ["stars", 1, 5],
  ] as const) {
    const { html, text } = letterOf(asked(metric));
    const wanted = Array.from(
      { length: high - low + 1 },
      (_, at) => `https://example.com/s/t?lang=fr&score=${low + at}`,
    );
    expect(links(html)).toEqual([...wanted, "https://example.com/stop/t", "https://example.com/s/t/all"]);
    for (const url of wanted) expect(text).toMatch(new RegExp(`: ${url.replace("?", "\\?")}$`, "m"));
  }
  expect(links(letterOf(asked("yesNo")).html)).toHaveLength(4);
});

test("[V170] the link for programs that try them all is seen by nobody, and is not in the text", () => {
  const { html, text } = letterOf(asked("nps"));
  expect(html).toContain('/s/t/all" style="display:none" tabindex="-1" aria-hidden="true"');
  expect(text).not.toContain("/all");
});

test("[V102] a letter is in the language of who reads it, and says how to hear no more", () => {
  const french = letterOf(asked("nps"));
  expect(french.subject).toMatch(/recommand/i);
  expect(french.text).toContain("Ne plus me demander mon avis: https://example.com/stop/t");
  const english = letterOf(asked("nps", { language: "en", isReminder: true }));
  expect(english.subject).toMatch(/^Reminder: .*recommend/);
  expect(english.html).toContain('lang="en"');
  expect(textMessageOf(asked("nps"))).toContain("Stop : https://example.com/stop/t");
});

test("[V81] nothing that anybody writes becomes markup of a letter", () => {
  const shape = (text: string) => {
    const { content } = asked("csat");
    const [score, ...rest] = content.questions;
    const question = { ...score!, text: { fr: text }, low: { fr: text }, high: { fr: text } };
    const { html } = letterOf(
      asked("csat", {
        content: { ...content, consent: { fr: text }, questions: [question, ...rest] },
        from: text,
      }),
    );
    return (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, "="));
  };
  const plain = shape("x");
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom("<script>", '"', "'><img>", "</title>"), fc.string({ unit: "binary" })),
      (text) => {
        expect(shape(`x${text}`)).toEqual(plain);
      },
    ),
  );
});
