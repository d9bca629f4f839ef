import { expect, test } from "vitest";
import { byteRange, mediaTypeOf } from "./media.ts";

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test("[V274] a recording is what its first bytes say", () => {
  const known = {
    "RIFF\x24\0\0\0WAVEfmt ": "audio/wav",
    "\0\0\0\x20ftypM4A \0\0": "audio/mp4",
    "\0\0\0\x20ftypisom\0\0": "video/mp4",
    "\0\0\0\x14ftypqt  \0\0": "video/quicktime",
    "\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm": "video/webm",
    "OggS\0\x02\0\0OpusHead": "audio/ogg",
    "OggS\0\x02\0\0\x80theora": "video/ogg",
    fLaC: "audio/flac",
    "ID3\x04": "audio/mpeg",
    "\xff\xfb\x90": "audio/mpeg",
    "\xff\xf1\x50": "audio/aac",
  };
  for (const [head, type] of Object.entries(known)) expect(mediaTypeOf(bytes(head))).toBe(type);
});

test("[V274] what is no recording is none, whatever it is called", () => {
  const others = [
    "",
    "\xff",
    "<html>",
    "%PDF-1.7",
    "\x89PNG\r\n",
    "RIFF\0\0\0\0WEBP",
    "\x1a\x45\xdf\xa3matroska",
    "\xff\xd8\xff\xe0",
    "PK\x03\x04",
  ];
  for (const head of others) expect(mediaTypeOf(bytes(head))).toBeNull();
});

test("[V275] one range of bytes is given, from either end; several, or what is none, are the whole", () => {
  expect(byteRange("bytes=0-", 10)).toEqual({ start: 0, end: 9 });
  expect(byteRange("bytes=2-4", 10)).toEqual({ start: 2, end: 4 });
  expect(byteRange("bytes=2-99", 10)).toEqual({ start: 2, end: 9 });
  expect(byteRange("bytes=-3", 10)).toEqual({ start: 7, end: 9 });
  expect(byteRange("bytes=-99", 10)).toEqual({ start: 0, end: 9 });
  for (const whole of [undefined, "", "bytes=-", "bytes=4-2", "bytes=0-1,3-4", "items=0-1", "bytes=a-b"])
    expect(byteRange(whole, 10)).toBeNull();
  for (const none of ["bytes=10-", "bytes=-0", "bytes=99-100"]) expect(byteRange(none, 10)).toBe("unsatisfiable");
});
