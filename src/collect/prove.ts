/**
 * Finds a number for which SHA-256 (FIPS 180-4) of `seed:number` begins with so many zero bits; gives way to the page in between.
 * The seed is ASCII, 40 letters at most. It also runs in pages as its source text, and so refers to nothing outside itself.
 */
export async function prove(seed: string, bits: number): Promise<string> {
  const words = (count: number) => new DataView(new ArrayBuffer(count * 4));
  const [start, constants, schedule] = [words(8), words(64), words(64)];
  /** First 32 bits behind the point. */
  const fraction = (root: number) => (root % 1) * 2 ** 32;
  const isPrime = (number: number) => {
    for (let by = 2; by * by <= number; by++) if (number % by === 0) return false;
    return true;
  };
  for (let number = 2, at = 0; at < 256; number++) {
    if (!isPrime(number)) continue;
    if (at < 32) start.setUint32(at, fraction(Math.sqrt(number)));
    constants.setUint32(at, fraction(Math.cbrt(number)));
    at += 4;
  }
  const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));
  /** The first word of the hash of a text that fits into one block. */
  const hashed = (text: string): number => {
    for (let at = 0; at < 64; at += 4) schedule.setUint32(at, 0);
    for (let at = 0; at < text.length; at++) schedule.setUint8(at, text.charCodeAt(at));
    schedule.setUint8(text.length, 0x80);
    schedule.setUint32(60, text.length * 8);
    for (let at = 64; at < 256; at += 4) {
      const early = schedule.getInt32(at - 60);
      const late = schedule.getInt32(at - 8);
      schedule.setInt32(
        at,
        schedule.getInt32(at - 64) +
          (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)) +
          schedule.getInt32(at - 28) +
          (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)),
      );
    }
    let [a, b, c, d] = [start.getInt32(0), start.getInt32(4), start.getInt32(8), start.getInt32(12)];
    let [e, f, g, h] = [start.getInt32(16), start.getInt32(20), start.getInt32(24), start.getInt32(28)];
    for (let at = 0; at < 256; at += 4) {
      const chosen = (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g));
      const one = (h + chosen + constants.getInt32(at) + schedule.getInt32(at)) | 0;
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    return (start.getInt32(0) + a) >>> 0;
  };
  for (let tried = 0; ; tried++) {
    if (hashed(`${seed}:${tried}`) >>> (32 - bits) === 0) return String(tried);
    // eslint-disable-next-line no-await-in-loop
    if (tried % 5000 === 4999) await new Promise((resolve) => setTimeout(resolve));
  }
}
