import { z } from "zod";

/** Where the live socket is, on the port of the site. */
export const livePath = "/live";

/** Codes with which the server closes the socket, in the range that RFC 6455 §7.4.2 leaves to applications. */
export const closeCodes = {
  /** The rights changed: ask for a new token. */ rights: 4403,
  /** The journey is gone. */ gone: 4404,
} as const;

/**
 * What the server says of the edits it has received: `saving` before it acknowledges the first one that is not durable,
 * `saved` when all are, `failing` while the store does not take them and it tries again. A browser has everything saved
 * when the provider has no unsynced changes and the last word was `saved`.
 */
const durabilities = ["saving", "saved", "failing"] as const;
export type Durability = (typeof durabilities)[number];

/** What belongs to a journey and is not in its document: a browser that is told of a change asks for it again. */
export const matters = ["comments", "votes", "versions", "shares", "measures", "alerts"] as const;
export type Matter = (typeof matters)[number];

/**
 * So long after a browser first asks for those, its socket is told of the changes meanwhile; one that takes longer asks for
 * all of them again. In milliseconds.
 */
export const toldAfterwards = 30_000;

/** The stateless messages of the socket, server to browser; each says one of these. */
export const LiveMessage = z.object({
  durability: z.enum(durabilities).optional(),
  changed: z.enum(matters).optional(),
});
export type LiveMessage = z.infer<typeof LiveMessage>;

/** Reads a stateless message; null when it is not one this version knows. */
export function readLiveMessage(payload: string): LiveMessage | null {
  try {
    return LiveMessage.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
