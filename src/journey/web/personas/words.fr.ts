import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  persona: "Persona",
  everybody: "tous",
  all: "Tous les personas ensemble",
  seeAs: "Voir la carte comme",
  none: "Cette carte ne dit pas encore de qui elle parle.",
  addToMap: "Ajouter à cette carte",
  takeOff: "Retirer de cette carte",
  takeOffNamed: "Retirer {{name}} de cette carte",
  full: "Cinq au plus : au-delà, une carte se lit mal.",
  manage: "Gérer les personas…",
  manageTitle: "Personas de l’espace",
  unknown: "persona supprimé",
};
