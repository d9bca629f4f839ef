/** Somebody else on the same map. */
export interface Peer {
  clientId: number;
  userId: string;
  name: string;
  color: string;
  /** What they are on, as `refOf`; null: nothing. */
  at: string | null;
}
export interface Presence {
  /** Each person once, however many tabs they have open. */
  people: readonly Peer[];
  /** Who is on what. */
  at: ReadonlyMap<string, Peer>;
}

export const nobody: Presence = { people: [], at: new Map() };

/** Colours that white letters are readable on. */
const colors = ["#2b4acb", "#1f6f87", "#7a5bb0", "#9a3a6b", "#4d6b1f", "#8a5a12", "#b5431f", "#4a5568"];

/** The same person has the same colour on everybody's screen. */
export function colorOf(userId: string): string {
  const sum = Array.from(userId).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973, 7);
  return colors[sum % colors.length] ?? "#2b4acb";
}

/** `Marie Blanc` → `MB`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

/** Reads what the others say of themselves; what is not as we write it is left out. */
export function presenceOf(states: ReadonlyMap<number, Record<string, unknown>>, self: number): Presence {
  const peers = [...states].flatMap(([clientId, state]): Peer[] => {
    const user = state["user"];
    if (clientId === self || typeof user !== "object" || user === null || !("id" in user) || !("name" in user))
      return [];
    const userId = String(user.id);
    return [
      {
        clientId,
        userId,
        name: String(user.name).slice(0, 80),
        color: colorOf(userId),
        at: typeof state["at"] === "string" ? state["at"] : null,
      },
    ];
  });
  return {
    people: [...new Map(peers.map((peer) => [peer.userId, peer])).values()],
    at: new Map(peers.flatMap((peer) => (peer.at === null ? [] : [[peer.at, peer]]))),
  };
}
