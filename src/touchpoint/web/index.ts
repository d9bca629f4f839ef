export { ChannelGlyph } from "./channel-glyph.tsx";
export { LibraryScreen } from "./library-screen.tsx";
export { libraryQuery, useLibrary } from "./library.ts";
export { type ChannelSide, channelSides, sideOf } from "../rules.ts";
export { matches } from "./matches.ts";
export { TouchpointFacts } from "./touchpoint-facts.tsx";
export { TouchpointPicker } from "./picker.tsx";
export type { Channel, Library, Touchpoint } from "../model.ts";
