export const en = {
  skip: "Skip to the content",
  mainNavigation: "Main navigation",
  "place.journeys": "Journeys",
  "place.touchpoints": "Touchpoints",
  "place.voice": "Voice",
  "place.measures": "Measures",
  "place.imports": "Imports",
  "place.settings": "Settings",
  notFoundTitle: "Nothing at this address",
  notFoundText: "The page may have moved, or the address has a typing mistake.",
  goHome: "Go to my journeys",
} as const;
