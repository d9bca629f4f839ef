import { Readable } from "node:stream";
import type { Generated, Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Context, Routes } from "#platform/http/handler.ts";
import * as api from "../api/images.ts";
import { imageBytes, imagePixels, type ImageType, readImageHead } from "../image-file.ts";
import { isWholePng } from "./whole-png.ts";

export type ImageTables = {
  journey_image: {
    id: Generated<string>;
    workspace_id: string;
    media_type: ImageType;
    width: number;
    height: number;
    bytes: Buffer;
    created_at: Generated<Date>;
  };
};

type Db = Kysely<Database>;

export function registerImageRoutes(routes: Routes, { db }: { db: Db }): void {
  routes.handle(api.addImage, { run: (context) => upload(db, context) });
  routes.handle(api.getImage, {
    run: async ({ params, reply }) => {
      const image = await findImage(db, params.workspaceId, params.imageId);
      if (image === null) throw new AppError("not_found", "There is no such picture.");
      // What an id names never changes; a shared cache must not keep what only members may see.
      void reply.header("cache-control", "private, max-age=31536000, immutable").type(image.type);
      return Readable.from([image.bytes]);
    },
  });
}

/**
 * Keeps a picture for the cards of a workspace.
 * @throws AppError `file_unreadable` when it is none of the kinds that are kept, or a PNG that is damaged; `too_large`
 */
export async function addImage(db: Db, workspaceId: string, bytes: Buffer): Promise<api.JourneyImage> {
  const head = readImageHead(bytes);
  if (head === null) {
    throw new AppError("file_unreadable", "This is no PNG, JPEG or WebP picture.", {
      remedy: "Save it as one of these and send it again.",
    });
  }
  const { type, width, height } = head;
  if (width * height > imagePixels) {
    throw new AppError("too_large", `This picture has ${width} × ${height} pixels; ${imagePixels} are the most.`, {
      remedy: "Make it smaller and send it again.",
    });
  }
  if (type === "image/png" && !isWholePng(bytes)) {
    throw new AppError("file_unreadable", "This picture is damaged.", { remedy: "Save it anew and send it again." });
  }
  return db
    .withTables<ImageTables>()
    .insertInto("journey_image")
    .values({ workspace_id: workspaceId, media_type: type, width, height, bytes })
    .returning(["id", "width", "height"])
    .executeTakeFirstOrThrow();
}

/** A picture of that workspace, null when it has none of that id. */
export async function findImage(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<{ type: ImageType; bytes: Buffer; width: number; height: number } | null> {
  const row = await db
    .withTables<ImageTables>()
    .selectFrom("journey_image")
    .select(["media_type as type", "bytes", "width", "height"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

async function upload(db: Db, { params, request }: Context<typeof api.addImage>): Promise<api.JourneyImage> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: imageBytes, files: 1 } }) : undefined;
  if (part === undefined) throw new AppError("bad_request", "There is no file in this request.");
  return addImage(db, params.workspaceId, await part.toBuffer());
}
