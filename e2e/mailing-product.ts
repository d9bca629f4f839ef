import { request } from "playwright-core";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import { makeOwner } from "./people.ts";
import { startProduct } from "./product.ts";

/** A product without a demo that can send letters, its owner signed in, and the letters. */
export async function startMailingProduct() {
  const sink: MailSink = await mailSink();
  const settings = { SMTP_URL: sink.url, MAIL_FROM: "cx@example.com" };
  const product = await startProduct({ demo: false, settings });
  const owner = await request.newContext();
  await makeOwner(owner, product.ownerLink ?? "");
  const signedIn = await owner.storageState();
  await owner.dispose();
  const stop = async () => {
    await product.stop();
    await sink.close();
  };
  return { ...product, signedIn, sink, stop };
}
export type MailingProduct = Awaited<ReturnType<typeof startMailingProduct>>;
