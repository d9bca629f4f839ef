import type { Queue, Waiting } from "./queue.ts";

/**
 * Posts what waits, the oldest first, until the server is out of reach. What it refuses is set apart; what it has is forgotten.
 * An answer whose receipt was lost is posted again, and is one answer all the same.
 */
export async function sendWaiting(queue: Queue, onChange: () => Promise<void>): Promise<void> {
  await navigator.locks.request("parcours-kiosk", async () => {
    for (const waiting of await queue.all()) {
      if (waiting.refused !== null) continue;
      const answer = await post(waiting);
      if (answer === "later") return;
      await (answer === "received" ? queue.remove(waiting.id) : queue.keep({ ...waiting, refused: answer }));
      await onChange();
    }
  });
}

async function post({ url, body, at }: Waiting): Promise<"received" | "later" | number> {
  const fields = new URLSearchParams(body);
  // How long ago is right also where the clock of the device is not.
  fields.set("ago", String(Math.max(0, Date.now() - at)));
  const answer = await fetch(url, { method: "POST", body: fields, credentials: "omit" }).catch(() => null);
  if (answer === null || answer.status === 429 || answer.status >= 500) return "later";
  // The sign-in page of a guest network says that all is well, too.
  if (!answer.headers.get("content-type")?.startsWith("application/json")) return "later";
  return answer.ok ? "received" : answer.status;
}
