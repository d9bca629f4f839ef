import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("[P1] without any variable the site is private to this machine", () => {
  expect(readConfig({})).toMatchObject({
    dataDir: resolve("data"),
    port: 4280,
    host: "127.0.0.1",
    databaseUrl: undefined,
    clickhouseUrl: undefined,
    publicUrl: "http://localhost:4280",
    mail: null,
    sms: null,
  });
});

test("[P1] the public address follows the port unless it is set, and never ends in a slash", () => {
  expect(readConfig({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  expect(readConfig({ PUBLIC_URL: "https://cx.example.com/" }).publicUrl).toBe("https://cx.example.com");
});

test("[P1] an empty variable is an absent one", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "" })).toEqual(readConfig({}));
});

test("[P1] every wrong variable is named with its value", () => {
  const wrong = { PORT: "eighty", DATABASE_URL: "mysql://db", CLICKHOUSE_URL: "there", LOG_LEVEL: "loud" };
  expect(() => readConfig(wrong)).toThrow(
    expect.objectContaining({
      code: "config_invalid",
      remedy: expect.any(String),
      issues: [
        expect.objectContaining({ path: "PORT", message: "PORT=eighty is not a whole number from 0 to 65535" }),
        expect.objectContaining({ path: "DATABASE_URL", message: expect.stringContaining("postgres://") }),
        expect.objectContaining({ path: "CLICKHOUSE_URL" }),
        expect.objectContaining({ path: "LOG_LEVEL", message: expect.stringContaining("debug, info") }),
      ],
    }),
  );
});

test("[P1] a password in a wrong URL is not repeated", () => {
  expect(() => readConfig({ DATABASE_URL: "mysql://me:hush@db" })).not.toThrow(/hush/);
});

test("[P1] a mail server needs the address that letters come from", () => {
  const smtpUrl = "smtps://me:hush@mail.example.com:465";
  expect(readConfig({ SMTP_URL: smtpUrl, MAIL_FROM: "Parcours <cx@example.com>" }).mail).toEqual({
    smtpUrl,
    from: "Parcours <cx@example.com>",
  });
  expect(() => readConfig({ SMTP_URL: smtpUrl })).toThrow(/^MAIL_FROM is needed/);
  expect(() => readConfig({ SMTP_URL: smtpUrl, MAIL_FROM: "nobody" })).toThrow(/MAIL_FROM=nobody is not an address/);
});
