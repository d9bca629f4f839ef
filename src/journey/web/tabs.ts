import * as Y from "yjs";

/**
 * Passes what is written while the server is away to the other tabs of this browser that show the document, until `signal` ends
 * it. When the server is there, it does; what both bring is taken once.
 */
export function linkTabs(doc: Y.Doc, name: string, isAway: () => boolean, signal: AbortSignal): void {
  const channel = new BroadcastChannel(name);
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== channel && isAway() && !signal.aborted) channel.postMessage(update);
  });
  channel.addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => Y.applyUpdate(doc, data, channel), {
    signal,
  });
  signal.addEventListener("abort", () => channel.close());
}
