import type { Place } from "./place.ts";
import { browserOrder, foundations, isDomain, pureCollect, purePackages, purePlatform, serverOrder } from "./rooms.ts";
import { importRule } from "./rule.ts";

/** Door 1: what a room knows of its field is pure; time, ids and randomness come in as arguments. */
export const pureHeart = importRule(({ from, to, typeOnly }) => {
  if (from.side !== "pure" && from.side !== "contract") return null;
  if ("package" in to) {
    return typeOnly || has(purePackages, to.package)
      ? null
      : `${from.path} is pure: it may not import "${to.package}". Move what needs it to server/ or web/, or take the result as an argument.`;
  }
  if (to.side === "pure" || has(purePlatform, to.path) || has(pureCollect, to.path)) return null;
  if (to.side === "contract" && from.side === "contract") return null;
  return `${from.path} is pure: it may import only pure files of rooms (model.ts, rules.ts …), not ${to.path}.`;
});

/** Door 2: server and browser never meet but in model, rules and api; the collector has no dependency at all. */
export const sidesApart = importRule(({ from, to, typeOnly }) => {
  if (from.room === "collect") {
    const own = !("package" in to) && to.room === "collect";
    return own || typeOnly
      ? null
      : "collect/ runs on customers' sites: it imports nothing at run time but its own files.";
  }
  if (from.side === "browser") {
    if ("package" in to) {
      return to.package.startsWith("node:") ? `${from.path} runs in the browser: there is no "${to.package}".` : null;
    }
    if (to.side === "server")
      return `${from.path} runs in the browser: call the server through the room's api.ts, not ${to.path}.`;
    if (to.room === "platform" && !typeOnly && !has(purePlatform, to.path)) {
      return `${from.path} runs in the browser: of platform/ it may import types, and at run time only ${purePlatform.join(", ")}.`;
    }
    return null;
  }
  return from.side === "server" && !("package" in to) && to.side === "browser"
    ? `${from.path} runs on the server: it may not import ${to.path}.`
    : null;
});

/** Door 3: a room is entered through its door, by the rooms that stand after it. */
export const roomDoors = importRule(({ from, to }) => {
  if (!isDomain(from.room) || "package" in to || !isDomain(to.room) || from.room === to.room) return null;
  const side = from.side === "browser" ? "browser" : "server";
  if (to.side !== "pure" && to.door !== side && !(to.side === "contract" && side === "browser")) {
    return `${from.path} may enter ${to.room}/ only through #${to.room}/${side === "browser" ? "web/" : ""}index.ts, not ${to.path}.`;
  }
  const order: readonly string[] = side === "browser" ? browserOrder : serverOrder;
  return to.door === null || order.indexOf(to.room) < order.indexOf(from.room)
    ? null
    : `${from.room}/ stands before ${to.room}/ in tools/lint/rooms.ts: turn the dependency round, or pass a function in from app/.`;
});

/** Door 4: the foundations know no domain, and only app/ knows every one. */
export const foundationsFirst = importRule(({ from, to }) => {
  if ("package" in to || to.room === from.room) return null;
  if (has(foundations, from.room) && !allowedBelow(from, to)) {
    return `${from.room}/ has no word of the field in it: it may not import ${to.path}. Give it what it needs as an argument.`;
  }
  if (to.room === "app" && from.room !== "testing")
    return `Only app/ knows everything: ${from.path} may not import ${to.path}.`;
  if (to.room === "testing") return `${from.path} is part of the product: only tests may import ${to.path}.`;
  return null;
});

function allowedBelow(from: Place, to: Place): boolean {
  return from.room === "ui" && to.room === "platform";
}

function has(list: readonly string[], item: string): boolean {
  return list.includes(item);
}
