/** A new id, of 96 random bits. `crypto.randomUUID` is not there on plain HTTP, where a first installation often is. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
