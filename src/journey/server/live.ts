import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { Hocuspocus, isTransactionOrigin, type Connection } from "@hocuspocus/server";
import type { Kysely } from "kysely";
import type pg from "pg";
import { type WebSocket, WebSocketServer } from "ws";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { isOwnOrigin } from "#platform/http/same-origin.ts";
import type { Log } from "#platform/log.ts";
import { roleIn } from "#workspace/index.ts";
import { may } from "#workspace/rules.ts";
import { closeCodes, livePath, type LiveMessage } from "../live.ts";
import { createChangeMemory } from "./change-memory.ts";
import { listen, type Announcement } from "./announce.ts";
import { transact, type JourneyEditor } from "./editor.ts";
import { keep, type Keeper } from "./keeper.ts";
import { openReplica } from "./log.ts";
import { workspaceOfJourney } from "./queries.ts";
import { readGrant, type Grant } from "./token.ts";

export interface LiveDeps {
  db: Kysely<Database>;
  pool: pg.Pool;
  log: Log;
  now: () => Date;
  /** Signs the tokens of the socket. */
  secret: string;
  /** Names this process in the log of updates. */
  processId: string;
  publicUrl: string;
}

/** The journeys that are open in browsers, kept in step with the store. */
export interface LiveJourneys {
  /** Answers the upgrades at `/live` of a server. */
  attach(server: Server): void;
  editor: JourneyEditor;
  /** Cuts those who lost their rights; done by itself twice a minute. */
  checkRights(): Promise<void>;
  /** Stores what is not yet stored and closes every socket. */
  close(): Promise<void>;
}

/** From the last edit to its storing, and at most while editing goes on, in milliseconds. */
const storeAfter = { quiet: 120, most: 500 } as const;
const rightsEvery = 30_000;
/** A browser that comes back after long work offline sends it in one message. */
const largestMessage = 32 * 1024 * 1024;

export function createLive(deps: LiveDeps): LiveJourneys {
  const { db, log } = deps;
  const keepers = new Map<string, Keeper>();
  const changes = createChangeMemory(deps.now);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });

  const hocuspocus = new Hocuspocus<Grant>({
    quiet: true,
    debounce: storeAfter.quiet,
    maxDebounce: storeAfter.most,
    onAuthenticate: async ({ token, documentName, connectionConfig }) => {
      const grant = readGrant(token, deps.secret, deps.now());
      if (grant?.journeyId !== documentName) throw refusal("token");
      connectionConfig.readOnly = grant.readOnly;
      return grant;
    },
    onLoadDocument: async ({ document, documentName }) => {
      const replica = await openReplica(db, documentName, document);
      const keeper = keep(replica, {
        ...deps,
        authorOf,
        onDurability: (durability) => document.broadcastStateless(encode({ durability })),
        onRecovered: () => void hocuspocus.unloadDocument(document),
      });
      keepers.set(documentName, keeper);
    },
    // What was stored between reading the log and hearing of new entries.
    afterLoadDocument: async ({ documentName }) => keepers.get(documentName)?.catchUp(),
    connected: async ({ connection, documentName }) => {
      // The document may have been unloaded while this connection was made; the browser comes back to a fresh one.
      if (connection.document.isDestroyed) connection.webSocket.close(closeCodes.rights, "again");
      connection.sendStateless(encode({ durability: keepers.get(documentName)?.durability() ?? "saved" }));
      for (const changed of changes.lately(documentName)) connection.sendStateless(encode({ changed }));
    },
    beforeHandleAwareness: async ({ states, context }) => {
      for (const [client, state] of states) {
        if (context !== undefined)
          states.set(client, { ...state, user: { ...state.user, id: context.userId, name: context.name } });
      }
    },
    // The keeper says and retries what fails; the document stays loaded until it has succeeded.
    onStoreDocument: async ({ documentName }) =>
      keepers
        .get(documentName)
        ?.flush()
        .catch(() => undefined),
    beforeUnloadDocument: async ({ documentName }) => {
      const keeper = keepers.get(documentName);
      await keeper?.flush().catch(() => undefined);
      if (keeper !== undefined && keeper.durability() !== "saved") throw refusal("not stored");
    },
    afterUnloadDocument: async ({ documentName }) => void keepers.delete(documentName),
  });

  const listener = listen(deps.pool, log, (announcement) => {
    if (announcement === null) for (const keeper of keepers.values()) void catchUp(keeper);
    else hear(announcement);
  });

  function hear({ journeyId, from, gone, changed }: Announcement): void {
    if (changed !== undefined) changes.remember(journeyId, changed);
    const keeper = keepers.get(journeyId);
    if (keeper === undefined) return;
    if (gone) {
      keeper.discard();
      for (const connection of connectionsOf(journeyId)) cut(connection, closeCodes.gone, "gone");
    } else if (changed !== undefined) {
      hocuspocus.documents.get(journeyId)?.broadcastStateless(encode({ changed }));
    } else if (from !== deps.processId) {
      void catchUp(keeper);
    }
  }

  async function catchUp(keeper: Keeper): Promise<void> {
    await keeper
      .catchUp()
      .catch((error: unknown) => log.warn("edits of another process cannot be read yet", { reason: String(error) }));
  }

  function connectionsOf(journeyId: string): Connection<Grant>[] {
    return hocuspocus.documents.get(journeyId)?.getConnections() ?? [];
  }

  async function checkRights(): Promise<void> {
    for (const journeyId of hocuspocus.documents.keys()) {
      const workspaceId = await workspaceOfJourney(db, journeyId);
      for (const connection of connectionsOf(journeyId)) {
        const role = workspaceId === null ? null : await roleIn(db, connection.context.userId, workspaceId);
        const isReadOnly = role === null || !may(role, "journey:edit");
        if (role === null || !may(role, "journey:read") || isReadOnly !== connection.context.readOnly) {
          cut(connection, closeCodes.rights, "rights");
        }
      }
    }
  }

  const rightsTimer = setInterval(() => {
    checkRights().catch((error: unknown) =>
      log.warn("rights on open journeys cannot be checked", { reason: String(error) }),
    );
  }, rightsEvery);
  rightsTimer.unref();

  const editor: JourneyEditor = {
    edit: async (journeyId, userId, change, along) => {
      const connection = await hocuspocus.openDirectConnection(journeyId, {
        journeyId,
        userId: userId ?? "",
        name: "",
        readOnly: false,
      });
      try {
        const keeper = keepers.get(journeyId);
        if (connection.document === null || keeper === undefined)
          throw new AppError("not_found", "There is no such journey.");
        const result = transact(connection.document, change, { source: "local", context: { userId } });
        if (along !== undefined) keeper.doAlong((transaction) => along(transaction, result));
        await keeper.flush();
        return result;
      } finally {
        await connection.disconnect();
      }
    },
  };

  return {
    attach: (server) => {
      server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        // The server hands the socket over without a listener, and an error that nobody hears ends the process.
        socket.on("error", (error) => log.debug("an upgrade failed", { reason: error.message }));
        const refused = refuse(request, deps.publicUrl);
        if (refused !== null) {
          socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`);
          return;
        }
        sockets.handleUpgrade(request, socket, head, (webSocket) => serve(hocuspocus, webSocket, request, log));
      });
    },
    editor,
    checkRights,
    close: async () => {
      clearInterval(rightsTimer);
      await listener.close();
      for (const socket of sockets.clients) socket.close(1001, "stopping");
      const stored = await Promise.allSettled([...keepers.values()].map((keeper) => keeper.flush()));
      const lost = stored.filter((result) => result.status === "rejected").length;
      if (lost > 0) log.error("journeys could not be stored before stopping", { journeys: lost });
      for (const keeper of keepers.values()) keeper.discard();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function serve(hocuspocus: Hocuspocus<Grant>, webSocket: WebSocket, request: IncomingMessage, log: Log): void {
  const headers = new Headers(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const client = hocuspocus.handleConnection(
    webSocket,
    new Request(new URL(request.url ?? "/", "http://live"), { headers }),
  );
  webSocket.on("message", (data: Buffer) => client.handleMessage(new Uint8Array(data)));
  webSocket.on("close", (code, reason) => client.handleClose({ code, reason: reason.toString() }));
  webSocket.on("error", (error) => log.debug("a live socket failed", { reason: error.message }));
}

/** Why an upgrade is refused, as a status line; browsers name the page's site, and only this one may. */
function refuse(request: IncomingMessage, publicUrl: string): string | null {
  const { origin, host } = request.headers;
  // Not every target of a request is a URL, `//` for one.
  if (request.url?.split("?", 1)[0] !== livePath) return "404 Not Found";
  return origin === undefined || isOwnOrigin(origin, host, publicUrl) ? null : "403 Forbidden";
}

function cut(connection: Connection<Grant>, code: number, reason: string): void {
  connection.webSocket.close(code, reason);
}

function authorOf(origin: unknown): string | null {
  if (!isTransactionOrigin(origin)) return null;
  if (origin.source === "connection") return (origin.connection as Connection<Grant>).context.userId;
  return origin.source === "local" ? (origin.context?.userId ?? null) : null;
}

function encode(message: LiveMessage): string {
  return JSON.stringify(message);
}

/** Hocuspocus tells the browser the `reason` of what a hook throws. */
function refusal(reason: string): Error {
  return Object.assign(new Error(""), { reason });
}
