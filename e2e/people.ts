import type { APIRequestContext } from "playwright-core";

export const owner = { name: "Claire Leroux", email: "claire@example.com", password: "une phrase assez longue" };

/** Makes the owner as the setup screen does and leaves the request's cookies signed in. */
export async function makeOwner(
  request: APIRequestContext,
  ownerLink: string,
  locale: "fr" | "en" = "fr",
): Promise<void> {
  const link = new URL(ownerLink);
  const answer = await request.post(`${link.origin}/api/v1/setup`, {
    data: { token: link.searchParams.get("token"), ...owner, locale },
  });
  if (!answer.ok()) throw new Error(`The owner was not made: ${answer.status()} ${await answer.text()}`);
}
