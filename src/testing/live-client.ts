import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from "@hocuspocus/provider";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { type Durability, livePath, readLiveMessage } from "#journey/live.ts";

/** A browser's end of a live journey, without the browser. */
export interface LiveClient {
  doc: Y.Doc;
  provider: HocuspocusProvider;
  /** The last word of the server on what it has received. */
  durability(): Durability | null;
  /** Whether everything edited here is durable. */
  isSaved(): boolean;
  /** Why the server does not let this client in, null as long as it has not said no. */
  refused(): string | null;
  disconnect(): void;
  /** Comes back, once it has left. */
  connect(): Promise<void>;
  /** Loses the line without a word, as a network does; it comes back by itself. */
  cut(): void;
  close(): void;
}

/** Opens a live journey on the server at `url`. */
export function liveClient({
  url,
  journeyId,
  token,
  origin = url,
  doc = new Y.Doc(),
}: {
  url: string;
  journeyId: string;
  token: () => Promise<string>;
  /** The site of the page, as a browser says it. */
  origin?: string;
  doc?: Y.Doc;
}): LiveClient {
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { origin });
      // The provider may drop a socket that is still connecting, which throws where nobody listens.
      this.on("error", () => undefined);
    }
  }
  let durability: Durability | null = null;
  let refused: string | null = null;
  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace("http", "ws")}${livePath}`,
    WebSocketPolyfill: Socket,
    delay: 20,
    minDelay: 20,
    maxDelay: 50,
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: journeyId,
    document: doc,
    token,
    onStateless: ({ payload }) => {
      durability = readLiveMessage(payload)?.durability ?? durability;
    },
    onAuthenticated: () => {
      refused = null;
    },
    onAuthenticationFailed: ({ reason }) => {
      refused = reason;
    },
  });
  provider.attach();
  return {
    doc,
    provider,
    durability: () => durability,
    isSaved: () => provider.isSynced && !provider.hasUnsyncedChanges && durability === "saved",
    refused: () => refused,
    disconnect: () => socket.disconnect(),
    connect: async () => {
      // The provider ignores who wants to come back before it has heard that they left, and after a cut it may come back
      // by itself, in the middle of another try.
      while (socket.webSocket?.readyState !== WebSocket.OPEN) {
        if (socket.status === WebSocketStatus.Disconnected) void socket.connect();
        await new Promise((next) => setTimeout(next, 10));
      }
    },
    cut: () => (socket.webSocket as unknown as WebSocket | null)?.terminate(),
    close: () => {
      provider.destroy();
      socket.destroy();
      doc.destroy();
    },
  };
}
