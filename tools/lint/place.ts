import { posix } from "node:path";
import { isDomain } from "./rooms.ts";

/**
 * Where a source file stands in the house.
 * `side` is what may run it: `pure` anywhere, `contract` anywhere (the room's api.ts, and api/ when it has many matters), `server`, `browser`.
 */
export interface Place {
  /** Path below src/, e.g. `journey/server/routes.ts`. */
  path: string;
  room: string;
  side: "pure" | "contract" | "server" | "browser" | "none";
  /** A door that other rooms may use: index.ts for servers, web/index.ts for browsers. */
  door: "server" | "browser" | null;
  test: boolean;
}

/** Places a file by its absolute path; null when it is not below a `src` folder. */
export function placeOf(file: string): Place | null {
  const at = file.replaceAll("\\", "/").lastIndexOf("/src/");
  return at === -1 ? null : placeBelowSrc(file.slice(at + "/src/".length));
}

/** Where an import leads: a place in the house, a package by its name, or null for a path outside src/. */
export function targetOf(from: Place, specifier: string): Place | { package: string } | null {
  if (specifier.startsWith("#")) return placeBelowSrc(specifier.slice(1));
  if (!specifier.startsWith(".")) return { package: packageName(specifier) };
  const path = posix.normalize(posix.join(posix.dirname(from.path), specifier));
  return path.startsWith("..") ? null : placeBelowSrc(path);
}

function placeBelowSrc(path: string): Place {
  const [room = "", ...rest] = path.split("/");
  const inside = rest.join("/");
  return {
    path,
    room,
    side: isDomain(room) ? sideOf(inside) : room === "ui" || inside.startsWith("web/") ? "browser" : "none",
    door: inside === "index.ts" ? "server" : /^web\/index\.tsx?$/.test(inside) ? "browser" : null,
    test: /\.test(?:ing)?\.tsx?$/.test(path) || room === "testing",
  };
}

function sideOf(inside: string): Place["side"] {
  if (inside.startsWith("server/") || inside === "index.ts") return "server";
  if (inside.startsWith("web/")) return "browser";
  return inside === "api.ts" || inside.startsWith("api/") ? "contract" : "pure";
}

function packageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
