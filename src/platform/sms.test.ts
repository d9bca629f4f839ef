import { afterAll, beforeAll, expect, test } from "vitest";
import { type SmsSink, smsSink } from "#testing/sms-sink.ts";
import { readConfig } from "./config.ts";
import { createSms } from "./sms.ts";

let sink: SmsSink;
beforeAll(async () => {
  sink = await smsSink((to) => (to.endsWith("0") ? 400 : to.endsWith("1") ? 503 : null));
});
afterAll(() => sink.close());

const sms = (url = sink.url) => createSms(readConfig({ SMS_URL: url, SMS_FROM: "Parcours" }));

test("[P33] a text message goes to the provider with the account of its address", async () => {
  await sms()?.send({ to: "+33612345678", text: "Une question : ça va ?" });
  expect(sink.messages).toEqual([
    {
      to: "+33612345678",
      from: "Parcours",
      text: "Une question : ça va ?",
      authorization: `Basic ${Buffer.from("AC1:a token").toString("base64")}`,
    },
  ]);
});

test("[P33] a refusal says whether it is for good, and never the account", async () => {
  await expect(sms()?.send({ to: "+33600000000", text: "" })).rejects.toMatchObject({ isFinal: true });
  await expect(sms()?.send({ to: "+33600000001", text: "" })).rejects.toMatchObject({ isFinal: false });
  const away = sms("http://me:hush@127.0.0.1:1/")?.send({ to: "+33612345678", text: "" });
  await expect(away).rejects.toMatchObject({ isFinal: false, message: expect.not.stringContaining("hush") });
});

test("[P33] without a provider there are no text messages, and one needs a sender", () => {
  expect(createSms(readConfig({}))).toBeNull();
  expect(() => readConfig({ SMS_URL: sink.url })).toThrow(/^SMS_FROM is needed/);
});
