import { slots } from "./features.ts";
import type { Model } from "./polarity.ts";

/** «PVM» and the version of the features: weights of another version mean other words. */
const mark = [0x50, 0x56, 0x4d, 1] as const;
const header = 8;

/** A model as 256 kB: a mark, the number of pairs, the weights, little-endian. */
export function bytesOf({ pairs, weights }: Model): Uint8Array {
  const bytes = new Uint8Array(header + slots * 4);
  bytes.set(mark);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, pairs, true);
  for (const [at, weight] of weights.entries()) view.setFloat32(header + at * 4, weight, true);
  return bytes;
}

/** @throws RangeError for bytes that are not a model of this version; train again then. */
export function modelFrom(bytes: Uint8Array): Model {
  const known = bytes.length === header + slots * 4 && mark.every((byte, at) => bytes[at] === byte);
  if (!known) throw new RangeError("These bytes are not a model of this version.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = Float32Array.from({ length: slots }, (_, at) => view.getFloat32(header + at * 4, true));
  return { pairs: view.getUint32(4, true), weights };
}
