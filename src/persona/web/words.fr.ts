import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  title: "Personas",
  what: "Un persona donne un visage à un groupe de clients. Les cartes disent ce que chacun vit.",
  none: "Pas encore de persona. Nommez le premier : à qui pensez-vous ?",
  name: "Nom",
  summary: "En une phrase",
  summaryHint: "Qui c’est, ce qu’il veut, ce qui l’inquiète",
  actions: "Actions",
  nameOf: "Nom de {{name}}",
  summaryOf: "{{name}} en une phrase",
  newPersona: "Nouveau persona",
  newHint: "Un nom, par exemple « Camille, l’inquiète »",
  add: "Ajouter",
  deleteText: "Le persona disparaît pour tout l’espace.",
  inUse: "Un parcours parle de ce persona. Retirez-le d’abord de cette carte.",
};
