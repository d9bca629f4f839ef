import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  title: "Plan de mesure",
  intro:
    "Que demander à chaque point de contact de « {{journey}} ». Chaque question devient un brouillon, déjà rédigé en français et en anglais : personne n’est interrogé avant que vous ne l’ouvriez.",
  which: "Plan",
  "plan.byPhase": "CES au début, NPS à la commande, CSAT ensuite",
  "plan.csat": "CSAT partout",
  "plan.nps": "NPS partout",
  "plan.ces": "CES partout",
  "plan.stars": "Étoiles partout",
  exists: "déjà demandé : {{name}}",
  noTouchpoints: "Ce parcours n’a pas encore de point de contact sur ses étapes.",
  complete: "Tout ce que prévoit ce plan est déjà demandé.",
  make_one: "Créer {{count}} brouillon",
  make_other: "Créer {{count}} brouillons",
  made_one: "{{count}} brouillon est prêt.",
  made_other: "{{count}} brouillons sont prêts.",
  see: "Voir les questionnaires",
  undo: "Annuler",
  undone: "Les brouillons sont supprimés.",
  unnamed: "sans nom",
};
