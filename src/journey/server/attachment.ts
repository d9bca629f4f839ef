import type { Context } from "#platform/http/handler.ts";
import type { Route } from "#platform/http/route.ts";
import { fileName } from "../file-name.ts";

/** Gives what is sent a file name made of the journey's name, which may hold anything. Said last, so that an error is not taken for a file. */
export function attachAs(reply: Context<Route>["reply"], journeyName: string, extension: string): void {
  const { ascii, full } = fileName(journeyName, extension);
  void reply.header(
    "content-disposition",
    `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(full)}`,
  );
}
