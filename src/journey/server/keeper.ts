import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Log } from "#platform/log.ts";
import type { Durability } from "../live.ts";
import { type Along, catchUp, fromLog, storeEdits, type Edit, type Replica } from "./log.ts";

/** First and longest pause between two attempts to store, in milliseconds. */
const pauses = { first: 500, longest: 15_000 } as const;

export interface KeeperDeps {
  db: Kysely<Database>;
  log: Log;
  /** Names this process in the log of updates. */
  processId: string;
  /** Who made an edit, by the origin of its transaction. */
  authorOf: (origin: unknown) => string | null;
  /** Called at every change, before the edit that changes it is acknowledged. */
  onDurability: (durability: Durability) => void;
  /** Called when a store succeeds after one that failed. */
  onRecovered: () => void;
}

/** Keeps a live document: what is edited in it reaches the store, what others store reaches it. */
export interface Keeper {
  durability(): Durability;
  /** Does something in the transaction that stores what was just edited. */
  doAlong(along: Along): void;
  /**
   * Stores all there is.
   * @throws AppError `store_unavailable` when the edits are kept to be tried again, `not_found` when the journey is gone
   */
  flush(): Promise<void>;
  catchUp(): Promise<void>;
  /** Forgets what is not stored: the journey is gone, or the process ends. */
  discard(): void;
}

/** Starts to keep a document that was just read from the log. */
export function keep(replica: Replica, deps: KeeperDeps): Keeper {
  const pending: (Edit | Along)[] = [];
  let durability: Durability = "saved";
  let pause: number = pauses.first;
  let retry: NodeJS.Timeout | undefined;
  // One after the other: two transactions of one replica would both read what the other is about to write.
  let last: Promise<unknown> = Promise.resolve();

  replica.doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === fromLog) return;
    pending.push({ update, userId: deps.authorOf(origin) });
    if (durability === "saved") become("saving");
  });
  replica.doc.on("destroy", () => clearTimeout(retry));

  function become(next: Durability): void {
    if (next === durability) return;
    durability = next;
    deps.onDurability(next);
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function store(): Promise<void> {
    if (pending.length === 0) return;
    try {
      await storeEdits(deps.db, deps.processId, replica, pending);
    } catch (error) {
      if (error instanceof AppError && error.code === "not_found") {
        discard();
        throw error;
      }
      become("failing");
      deps.log.error("a journey cannot be stored; its edits are kept in memory", {
        journey: replica.journeyId,
        edits: pending.length,
        reason: String(error),
      });
      retryLater();
      throw new AppError("store_unavailable", "The journey cannot be stored now.", {
        remedy: "The edits are kept and tried again; look at the state of the database.",
        cause: error,
      });
    }
    const hadFailed = durability === "failing";
    pause = pauses.first;
    become(pending.length === 0 ? "saved" : "saving");
    if (hadFailed) deps.onRecovered();
  }

  function discard(): void {
    clearTimeout(retry);
    pending.length = 0;
    durability = "saved";
  }

  function retryLater(): void {
    clearTimeout(retry);
    retry = setTimeout(() => void inTurn(store).catch(() => undefined), pause);
    pause = Math.min(pause * 2, pauses.longest);
  }

  return {
    durability: () => durability,
    doAlong: (along) => void pending.push(along),
    flush: () => inTurn(store),
    catchUp: () => inTurn(() => catchUp(deps.db, replica)),
    discard,
  };
}
