export const en = {
  persona: "Persona",
  everybody: "everybody",
  all: "All personas together",
  seeAs: "See the map as",
  none: "This map does not tell yet of whom it speaks.",
  addToMap: "Add to this map",
  takeOff: "Take off this map",
  takeOffNamed: "Take {{name}} off this map",
  full: "Five at most: with more, a map is hard to read.",
  manage: "Manage the personas…",
  manageTitle: "Personas of the workspace",
  unknown: "deleted persona",
} as const;
