import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  title: "Votes",
  none: "Personne n’a encore voté",
  noneText: "Chacun a un vote par fiche : placez-vous sur une fiche et appuyez sur V, ou ouvrez son menu.",
  count_one: "{{count}} vote",
  count_other: "{{count}} votes",
  clear: "Retirer tous les votes",
  clearTitle: "Retirer les votes de tout le monde ?",
  clearText: "Les fiches restent ; les votes de tous sur cette carte sont retirés pour de bon.",
  clearAction: "Retirer les votes",
};
