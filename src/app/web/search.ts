import type { z } from "zod";

/** Reads what an address asks for. Only the route that is opened makes its schema: two dozen of them would be made first. */
export function search<Schema extends z.ZodObject>(schema: () => Schema): (asked: unknown) => z.output<Schema> {
  let made: Schema | undefined;
  return (asked) => (made ??= schema()).parse(asked);
}
