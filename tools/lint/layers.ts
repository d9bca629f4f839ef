import { foundationsFirst, pureHeart, roomDoors, sidesApart } from "./doors.ts";
import { noAmbient, noModuleState, noStoreInRoutes, shortRoute } from "./habits.ts";

/** The rules of the house as an oxlint plugin; layers.test.ts sees each of them fire. */
const plugin = {
  meta: { name: "house" },
  rules: {
    "pure-heart": pureHeart,
    "sides-apart": sidesApart,
    "room-doors": roomDoors,
    "foundations-first": foundationsFirst,
    "no-store-in-routes": noStoreInRoutes,
    "short-route": shortRoute,
    "no-ambient": noAmbient,
    "no-module-state": noModuleState,
  },
};

// oxlint loads a plugin by its default export.
export default plugin;
