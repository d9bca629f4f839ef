import type { Piece } from "./piece.ts";

/** Waits of 1 s, 2 s, 4 s … up to a minute between tries, so long in all that a train is out of its tunnel. */
const mostTries = 12;
const longestWait = 60_000;
const mostKeptAlive = 60_000;

export interface Post {
  url: string;
  /** Form fields; the same however often they are posted, which makes one answer of them. */
  body: string;
  /** Is told when the first try has failed. */
  onWaiting: () => void;
}

/**
 * Posts an answer until it is received, and answers what comes in the place of its form; null when it was refused.
 * @throws Error when it was never received
 */
export async function post({ url, body, onWaiting }: Post): Promise<Piece | null> {
  for (let tries = 0; tries < mostTries; tries++) {
    const answer = await fetch(url, {
      method: "POST",
      body: new URLSearchParams(body),
      credentials: "omit",
      // An answer that is sent while its page is left arrives all the same, if it is no larger than browsers allow.
      keepalive: body.length < mostKeptAlive,
    }).catch(() => null);
    const isPassing = answer === null || answer.status === 429 || answer.status >= 500;
    if (!isPassing) return answer.headers.get("content-type")?.startsWith("application/json") ? answer.json() : null;
    onWaiting();
    await pause(Math.min(longestWait, 1000 * 2 ** tries) * (0.5 + Math.random()));
  }
  throw new Error(`${url} is out of reach`);
}

/** Waits that long, or until there is a connection again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
    addEventListener("online", () => done(), { once: true });
  });
}
