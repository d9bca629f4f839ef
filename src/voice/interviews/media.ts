/** What a recording is, as the first bytes say, whatever its name: only kinds that browsers play and that run nothing. */
export const mediaTypes = [
  "audio/wav",
  "audio/mpeg",
  "audio/mp4",
  "audio/aac",
  "audio/ogg",
  "audio/flac",
  "video/mp4",
  "video/webm",
  "video/ogg",
  "video/quicktime",
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** How many bytes at the beginning are enough to tell. */
export const headBytes = 64;

/**
 * Null when it is none of the kinds that are kept. Marks: RIFF/WAVE, ISO 14496-12 §4.3 (`ftyp`), EBML with the document type
 * `webm`, Ogg (RFC 3533), FLAC, ID3v2 or a frame of MPEG audio layer III, ADTS.
 */
export function mediaTypeOf(head: Uint8Array): MediaType | null {
  const says = (at: number, text: string) => Array.from(text).every((sign, i) => head[at + i] === sign.charCodeAt(0));
  const holds = (text: string) => String.fromCharCode(...head.subarray(0, headBytes)).includes(text);
  if (says(0, "RIFF") && says(8, "WAVE")) return "audio/wav";
  if (says(4, "ftyp"))
    return says(8, "M4A") || says(8, "M4B") ? "audio/mp4" : says(8, "qt  ") ? "video/quicktime" : "video/mp4";
  if (says(0, "\x1a\x45\xdf\xa3")) return holds("webm") ? "video/webm" : null;
  if (says(0, "OggS")) return holds("\x80theora") ? "video/ogg" : "audio/ogg";
  if (says(0, "fLaC")) return "audio/flac";
  if (says(0, "ID3")) return "audio/mpeg";
  const [first = 0, second = 0] = head;
  if (first !== 0xff) return null;
  // The bits of the layer: 01 is layer III, 00 ADTS.
  if ((second & 0xf6) === 0xf0) return "audio/aac";
  return (second & 0xe6) === 0xe2 ? "audio/mpeg" : null;
}

/** A stretch of a file, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The one range that a request asks for (RFC 9110 §14.1.2); null: the whole, also where several are asked for or the header
 * cannot be read, which may be ignored; `unsatisfiable`: nothing of it is there.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | "unsatisfiable" | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [, first = "", last = ""] = asked ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { start: size - length, end: size - 1 };
  }
  const [start, end] = [Number(first), last === "" ? size - 1 : Math.min(Number(last), size - 1)];
  if (last !== "" && Number(last) < start) return null;
  return start >= size ? "unsatisfiable" : { start, end };
}
