import { inflateRawSync } from "node:zlib";
import { refused } from "../format/refusal.ts";

/** What an archive may unfold to, in all; a workbook of ten thousand cards is a tenth of it. */
const mostBytes = 48 * 1024 * 1024;
const mostEntries = 1_000;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const [stored, deflated] = [0, 8];

/**
 * Unfolds the entries of a ZIP archive that are wanted, by name, and never more than the bound whatever its headers claim.
 * @throws FileRefused `notArchive`, `tooLarge`
 */
export function unzip(archive: Buffer, isWanted: (name: string) => boolean): Map<string, Buffer> {
  try {
    return readEntries(archive, isWanted);
  } catch (error) {
    if (error instanceof RangeError) throw broken();
    throw error;
  }
}

function readEntries(archive: Buffer, isWanted: (name: string) => boolean): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || archive.readUInt32LE(end) !== endMark) throw broken();
  const count = archive.readUInt16LE(end + 10);
  if (count > mostEntries) throw refused("tooLarge", "", `an archive of ${count} files`);
  const entries = new Map<string, Buffer>();
  let left = mostBytes;
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== entryMark) throw broken();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const name = archive.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    if (isWanted(name)) {
      const content = unfold(archive, at, left);
      left -= content.length;
      entries.set(name, content);
    }
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

function unfold(archive: Buffer, entry: number, left: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  if (archive.readUInt32LE(local) !== localMark) throw broken();
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + size);
  if (method === stored && packed.length <= left) return packed;
  if (method !== deflated) throw method === stored ? tooLarge() : broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : broken();
  }
}

function tooLarge() {
  return refused("tooLarge", "", `it unfolds to more than ${mostBytes} bytes`);
}

function broken() {
  return refused("notArchive", "", "this is not a workbook, or it is damaged");
}
