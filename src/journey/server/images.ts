import { Readable } from "node:stream";
import { type Generated, type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Context, Routes } from "#platform/http/handler.ts";
import * as api from "../api/images.ts";
import { imageBytes, imagePixels, type ImageType, readImageHead } from "../image-file.ts";
import { keptLimits } from "../limits.ts";
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

const unusedMilliseconds = 30 * 24 * 3_600_000;

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
 * Keeps a picture for the cards of a workspace, whose pictures fill `most` bytes.
 * @throws AppError `file_unreadable` when it is none of the kinds that are kept, or a PNG that is damaged; `too_large`;
 * `limit_reached`
 */
export async function addImage(
  db: Db,
  workspaceId: string,
  bytes: Buffer,
  most: number = keptLimits.imageBytes,
): Promise<api.JourneyImage> {
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
  await refuseWhenFull(db, workspaceId, bytes.length, most);
  return db
    .withTables<ImageTables>()
    .insertInto("journey_image")
    .values({ workspace_id: workspaceId, media_type: type, width, height, bytes })
    .returning(["id", "width", "height"])
    .executeTakeFirstOrThrow();
}

/**
 * Deletes the pictures that neither a map shows nor a version or a template keeps, when they are older than the time that
 * somebody may need to place one.
 */
export async function deleteUnusedImages({ db, now }: { db: Db; now: () => Date }): Promise<void> {
  await sql`
    WITH unseen AS MATERIALIZED (
      SELECT id, workspace_id, id::text AS name FROM journey_image image
      WHERE created_at < ${new Date(now().getTime() - unusedMilliseconds)} AND NOT EXISTS (
        SELECT FROM journey_card JOIN journey ON journey.id = journey_id
        WHERE workspace_id = image.workspace_id AND details ->> 'imageId' = image.id::text
      )
    )
    DELETE FROM journey_image USING unseen WHERE journey_image.id = unseen.id AND NOT EXISTS (
      SELECT FROM journey_version version JOIN journey ON journey.id = journey_id,
        jsonb_path_query(version.document, '$.document.cards[*].imageId') AS used
      WHERE journey.workspace_id = unseen.workspace_id AND used #>> '{}' = unseen.name
    ) AND NOT EXISTS (
      SELECT FROM journey_template template, jsonb_path_query(template.document, '$.cards[*].imageId') AS used
      WHERE template.workspace_id = unseen.workspace_id AND used #>> '{}' = unseen.name
    )`.execute(db);
}

async function refuseWhenFull(db: Db, workspaceId: string, more: number, most: number): Promise<void> {
  const { bytes } = await db
    .withTables<ImageTables>()
    .selectFrom("journey_image")
    .select(sql<number>`coalesce(sum(octet_length(bytes)), 0)`.as("bytes"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  if (bytes + more <= most) return;
  throw new AppError("limit_reached", `The pictures of a workspace take up ${most} bytes at most.`, {
    remedy: "Take pictures off the maps; what no map, version or template shows goes within a month.",
  });
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
