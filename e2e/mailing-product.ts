import { request } from "playwright-core";
import { afterAll } from "vitest";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import { makeOwner } from "./people.ts";
import { startProduct } from "./product.ts";

/** A product without a demo that can send letters, its owner, and the letters; it ends with the test file. */
export async function startMailingProduct() {
  const sink: MailSink = await mailSink();
  const settings = { SMTP_URL: sink.url, MAIL_FROM: "cx@example.com" };
  const product = await startProduct({ demo: false, settings });
  afterAll(async () => {
    await product.stop();
    await sink.close();
  });
  const owner = await request.newContext();
  await makeOwner(owner, product.ownerLink ?? "");
  const signedIn = await owner.storageState();
  await owner.dispose();
  return { ...product, signedIn, sink };
}
export type MailingProduct = Awaited<ReturnType<typeof startMailingProduct>>;
