import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  skip: "Aller au contenu",
  mainNavigation: "Navigation principale",
  "place.journeys": "Parcours",
  "place.touchpoints": "Points de contact",
  "place.voice": "Écoute",
  "place.measures": "Mesures",
  "place.imports": "Imports",
  "place.settings": "Réglages",
  notFoundTitle: "Rien à cette adresse",
  notFoundText: "La page a peut-être été déplacée, ou l’adresse contient une faute de frappe.",
  goHome: "Aller à mes parcours",
};
