import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  note: "supposée, mesurée",
  picker: "Courbe à régler",
  everybody: "Tous",
  noStep: "pas encore d’étape",
  begin: "Dire l’émotion : {{step}}, {{curve}}",
  set: "Régler",
  setAt: "Régler l’émotion : {{step}}",
  forget: "Effacer",
  slider: "Émotion : {{step}}, {{curve}}",
  "curve.lived": "supposée, vécue",
  "curve.target": "supposée, cible",
  "curveOf.lived": "supposée, vécue, {{name}}",
  "curveOf.target": "supposée, cible, {{name}}",
  surveyedSaid: "mesurée : {{metric}} {{value}} (de {{low}} à {{high}}, n {{n}}), attente {{expectation}}",
  stepSaid: "{{step}} : {{said}}",
  unknown: "rien de connu",
};
