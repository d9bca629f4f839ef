export const en = {
  persona: "Persona",
  everybody: "everybody",
  all: "All personas together",
  seeAs: "See the map as",
  none: "This map does not say yet whose journey it is.",
  addToMap: "Add to this map",
  takeOff: "Remove from this map",
  takeOffNamed: "Remove {{name}} from this map",
  full: "Five at most: with more, a map is hard to read.",
  manage: "Manage the personas…",
  manageTitle: "Personas of the workspace",
  unknown: "deleted persona",
} as const;
