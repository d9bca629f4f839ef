import { z } from "zod";
import { limits } from "../document.ts";
import { formatName, formatVersion, JourneyFile } from "./journey-file.ts";
import { FileRefused, refused } from "./refusal.ts";
import { from1, JourneyFile1 } from "./version-1.ts";

/** Problems said of one file; more would not help. */
const mostProblems = 20;

const Head = z.object({ format: z.literal(formatName), version: z.number().int().min(1) });
const counted = ["stages", "steps", "lanes", "cards", "placements", "links", "emotions"] as const;

/**
 * Reads a file of the open format, of this version or an earlier one.
 * @throws FileRefused naming where, and changes nothing.
 */
export function readJson(text: string): JourneyFile {
  const file = readKept(parse(text));
  for (const list of counted) {
    const { length } = file.document[list];
    if (length > limits[list])
      throw refused("tooMany", `document.${list}`, `${length} where a journey holds ${limits[list]} at most`);
  }
  return file;
}

/** The same of a file that was kept here, which may hold more than the limits: so may a journey that was merged (J7). */
export function readKept(value: unknown): JourneyFile {
  const head = Head.safeParse(value);
  if (!head.success) throw refused("notOurs", "", `this is not a file of the format ${formatName}`);
  const { version } = head.data;
  if (version > formatVersion)
    throw refused("newer", "version", `version ${version} is newer than ${formatVersion}, the newest known here`);
  return version === 1 ? from1(check(JourneyFile1, value)) : check(JourneyFile, value);
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return data;
  throw new FileRefused(
    (error?.issues ?? [])
      .slice(0, mostProblems)
      .map(({ path, message }) => ({ code: "wrong", where: path.map(String).join("."), message })),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split("\n").length;
    throw refused("notJson", `line ${line}`, "this is not JSON");
  }
}
