/** What a service worker has; TypeScript's own types for it and for pages exclude each other. */
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(
    name: "install" | "activate" | "fetch",
    listener: (event: {
      request: Request;
      waitUntil(work: Promise<unknown>): void;
      respondWith(answer: Promise<Response>): void;
    }) => void,
  ): void;
}

/** A network that is there and leads nowhere is worse than none; milliseconds. */
const patience = 5_000;

const worker = self as unknown as Worker;
worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(newestOf(event.request));
});

/** The page as it is now, or as it was when there last was a connection. */
async function newestOf(request: Request): Promise<Response> {
  const kept = await caches.open("parcours-kiosk");
  const answer = await fetch(request, { signal: AbortSignal.timeout(patience) }).catch(() => null);
  if (answer?.ok) await kept.put(request, answer.clone());
  if (answer !== null && answer.status < 500) return answer;
  return (await kept.match(request)) ?? answer ?? Response.error();
}
