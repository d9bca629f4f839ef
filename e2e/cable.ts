import type { BrowserContext, WebSocketRoute } from "playwright-core";

/** The line between one browser and the live document, to pull out and to put back. */
export interface Cable {
  pull(): Promise<void>;
  putBack(): Promise<void>;
}

/** Takes hold of a browser's line before its pages open one. */
export async function holdCable(context: BrowserContext): Promise<Cable> {
  const open = new Set<WebSocketRoute>();
  let isPulled = false;
  await context.routeWebSocket(/\/live/, (socket) => {
    if (isPulled) {
      void socket.close();
      return;
    }
    open.add(socket);
    socket.connectToServer();
  });
  return {
    async pull() {
      isPulled = true;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    async putBack() {
      isPulled = false;
    },
  };
}
