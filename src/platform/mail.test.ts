import { afterAll, beforeAll, expect, test } from "vitest";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import { readConfig } from "./config.ts";
import { createMail, type Mail } from "./mail.ts";

let sink: MailSink;
let mail: Mail;
beforeAll(async () => {
  sink = await mailSink((address) => (address.startsWith("nobody") ? 550 : address.startsWith("later") ? 451 : null));
  const config = readConfig({ SMTP_URL: sink.url, MAIL_FROM: "Parcours <cx@example.com>" });
  mail = createMail(config) ?? expect.fail("no mail");
});
afterAll(async () => {
  mail.close();
  await sink.close();
});

const letter = { subject: "Caf\u00e9\r\nBcc: spy@example.com", text: "Bonjour", html: "<p>Bonjour</p>" };

test("[P30] a letter arrives as it was written, in text and HTML, with its headers", async () => {
  await mail.send({ ...letter, to: "ada@example.com", headers: { "List-Unsubscribe": "<https://example.com/u>" } });
  const [got] = sink.to("ada@example.com");
  expect(got).toMatchObject({
    text: expect.stringMatching("Bonjour"),
    html: expect.stringContaining("<p>Bonjour</p>"),
  });
  expect(got?.from?.text).toBe('"Parcours" <cx@example.com>');
  expect(got?.headers.get("list")).toMatchObject({ unsubscribe: { url: "https://example.com/u" } });
});

test("[P30] who asks is named before the address that sends", async () => {
  await mail.send({ ...letter, to: "name@example.com", fromName: "Mutuelle, du Midi" });
  expect(sink.to("name@example.com")[0]?.from?.value).toEqual([
    { name: "Mutuelle, du Midi", address: "cx@example.com" },
  ]);
});

test("[P31] nothing that is said adds a recipient or a header", async () => {
  await mail.send({ ...letter, to: "bob@example.com" });
  const [got] = sink.to("bob@example.com");
  expect([got?.bcc, got?.headers.has("bcc")]).toEqual([undefined, false]);
  const before = sink.letters.length;
  await mail.send({ ...letter, to: "a@example.com, b@example.com" }).catch(() => undefined);
  expect(
    sink.letters.slice(before).flatMap((one) => [one.to ?? []].flat().flatMap(({ value }) => value)),
  ).not.toContainEqual(expect.objectContaining({ address: "b@example.com" }));
});

test("[P32] a refusal says whether it is for good", async () => {
  await expect(mail.send({ ...letter, to: "nobody@example.com" })).rejects.toMatchObject({ isFinal: true });
  await expect(mail.send({ ...letter, to: "later@example.com" })).rejects.toMatchObject({ isFinal: false });
  const away = createMail(readConfig({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "cx@example.com" }));
  await expect(away?.send({ ...letter, to: "ada@example.com" })).rejects.toMatchObject({ isFinal: false });
});

test("[P30] without a mail server there are no letters", () => {
  expect(createMail(readConfig({}))).toBeNull();
});
