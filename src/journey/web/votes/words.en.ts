export const en = {
  title: "Votes",
  none: "Nobody has voted yet",
  noneText: "Everyone has one vote per card: select a card and press V, or open its menu.",
  count_one: "{{count}} vote",
  count_other: "{{count}} votes",
  clear: "Remove all votes",
  clearTitle: "Remove everybody’s votes?",
  clearText: "The cards stay; the votes of everybody on this map are gone for good.",
  clearAction: "Remove the votes",
} as const;
