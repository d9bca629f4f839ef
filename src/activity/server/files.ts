import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { copyFile, link, mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "#platform/errors.ts";
import { limits } from "../model.ts";
import { type SourceFile, sourceFile } from "./reader.ts";
import type { StoredFile } from "./tables.ts";

/** The files of imports, kept in a folder for each until they are not needed any more. */
export interface ImportFiles {
  /** @throws AppError `too_large` when it is over the limit; nothing of it is kept then. */
  save(importId: string, name: string, content: Readable): Promise<StoredFile>;
  /** @throws AppError `file_unreadable` when one is gone. */
  open(importId: string, files: readonly StoredFile[]): Promise<SourceFile[]>;
  remove(importId: string, name: string): Promise<void>;
  /** Gives another import the same files, without copying them where the disk can do so. */
  adopt(fromImport: string, toImport: string, files: readonly StoredFile[]): Promise<StoredFile[]>;
  removeAll(importId: string): Promise<void>;
}

export function importFiles(dataDir: string): ImportFiles {
  const folder = (importId: string): string => join(dataDir, "imports", importId);
  // The name somebody gave is no name for a file of ours.
  const place = (importId: string, name: string): string =>
    join(folder(importId), createHash("sha256").update(name).digest("hex"));
  return {
    save: async (importId, name, content) => {
      await mkdir(folder(importId), { recursive: true });
      const partial = `${place(importId, name)}.part`;
      try {
        await pipeline(content, bounded(name), createWriteStream(partial));
        await rename(partial, place(importId, name));
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      return { name, bytes: (await stat(place(importId, name))).size };
    },
    open: (importId, files) =>
      Promise.all(files.map(({ name, path }) => sourceFile(name, path ?? place(importId, name)))),
    remove: (importId, name) => rm(place(importId, name), { force: true }),
    adopt: async (fromImport, toImport, files) => {
      await mkdir(folder(toImport), { recursive: true });
      for (const { name, path } of files) {
        if (path !== undefined) continue;
        const [from, to] = [place(fromImport, name), place(toImport, name)];
        await link(from, to).catch(() => copyFile(from, to));
      }
      return files.map((file) => ({ ...file, isAdopted: true }));
    },
    removeAll: (importId) => rm(folder(importId), { recursive: true, force: true }),
  };
}

function bounded(name: string) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limits.fileBytes) {
        throw new AppError("too_large", `${name} is larger than ${limits.fileBytes / 1024 ** 3} GiB.`, {
          remedy: "Split it, or pack it with gzip.",
        });
      }
      yield chunk;
    }
  };
}
