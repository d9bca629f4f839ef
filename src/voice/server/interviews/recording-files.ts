import { constants, createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ByteRange } from "../../interviews/media.ts";

/** A piece of a recording that has arrived and is not a part of it yet. */
export interface Piece {
  path: string;
  bytes: number;
}

/** The recordings on the disk, a folder for each. */
export interface RecordingFiles {
  /** Straight to the disk, beside the recording: whoever sends it slowly holds up nobody. */
  receive(recordingId: string, pieceId: string, content: Readable): Promise<Piece>;
  /** Makes a piece the end of a recording of which so many bytes count; what lies beyond them was never acknowledged. */
  append(recordingId: string, from: number, piece: Piece): Promise<void>;
  /** Forgets a piece that became no part of a recording, which itself may be gone meanwhile. */
  discard(recordingId: string, piece: Piece): Promise<void>;
  head(recordingId: string, bytes: number): Promise<Uint8Array>;
  read(recordingId: string, range: ByteRange): Readable;
  /** With all that has arrived of it. */
  remove(recordingId: string): Promise<void>;
}

export function recordingFiles(dataDir: string): RecordingFiles {
  const folder = (id: string) => join(dataDir, "recordings", id);
  const place = (id: string) => join(folder(id), "recording");
  return {
    receive: async (id, pieceId, content) => {
      await mkdir(folder(id), { recursive: true, mode: 0o700 });
      const path = join(folder(id), `${pieceId}.part`);
      try {
        await pipeline(content, createWriteStream(path, { mode: 0o600 }));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      return { path, bytes: (await stat(path)).size };
    },
    append: async (id, from, piece) => {
      const file = await open(place(id), constants.O_RDWR | constants.O_CREAT, 0o600);
      try {
        await file.truncate(from);
        let at = from;
        for await (const chunk of createReadStream(piece.path)) {
          await file.write(chunk, 0, chunk.length, at);
          at += chunk.length;
        }
        await file.datasync();
      } finally {
        await file.close();
        await rm(piece.path, { force: true });
      }
    },
    discard: async (id, { path }) => {
      await rm(path, { force: true });
      // Only a folder in which nothing is left goes.
      await rmdir(folder(id)).catch(() => undefined);
    },
    head: async (id, bytes) => {
      const file = await open(place(id));
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    read: (id, range) => createReadStream(place(id), range),
    remove: (id) => rm(folder(id), { recursive: true, force: true }),
  };
}
