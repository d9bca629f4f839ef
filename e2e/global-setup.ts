import { request } from "playwright-core";
import type { TestProject } from "vitest/node";
import { makeOwner } from "./people.ts";
import { startProduct } from "./product.ts";

type SignedIn = Awaited<ReturnType<Awaited<ReturnType<typeof request.newContext>>["storageState"]>>;

declare module "vitest" {
  interface ProvidedContext {
    /** The product that the test files share, with its demo and an owner who is signed in. */
    product: { url: string; dataDir: string; signedIn: SignedIn };
  }
}

/** Starts one product for all the tests but those that are about starting. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct({ demo: true });
  if (product.ownerLink === null) throw new Error("A first start printed no link for the owner.");
  const visitor = await request.newContext();
  await makeOwner(visitor, product.ownerLink);
  project.provide("product", { url: product.url, dataDir: product.dataDir, signedIn: await visitor.storageState() });
  await visitor.dispose();
  return () => product.stop();
}
