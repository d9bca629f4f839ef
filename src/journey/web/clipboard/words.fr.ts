import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  "copy.card": "Copier la fiche",
  "copy.lane": "Copier la ligne",
  "copy.step": "Copier l’étape",
  "copy.stage": "Copier les étapes de l’étape clé",
  copied: "Copié : {{what}}",
  steps_one: "{{count}} étape",
  steps_other: "{{count}} étapes",
  lanes_one: "{{count}} ligne",
  lanes_other: "{{count}} lignes",
  cards_one: "{{count}} fiche",
  cards_other: "{{count}} fiches",
  pasted: "Collé : {{what}}",
  left_one: "{{count}} fiche a été laissée de côté : sa ligne est verrouillée, ou il n’y a pas de place pour elle.",
  left_other:
    "{{count}} fiches ont été laissées de côté : leurs lignes sont verrouillées, ou il n’y a pas de place pour elles.",
  askTitle: "Plus que la place ici",
  askText: "Ce que vous collez dépasse le bord de la carte. Pour tout y mettre, on ajoute : {{what}}.",
  askAll: "Ajouter et tout coller",
  askFit: "Coller ce qui tient",
  cancel: "Annuler",
  nothingTitle: "Rien n’a été collé",
  nothing:
    "Le presse-papiers ne contient pas de texte. Copiez des cellules d’un tableur, des lignes de texte ou une partie de carte.",
  tooLarge: "C’est plus que ce qu’une carte peut contenir : {{cells}} cases et {{characters}} caractères au plus.",
  nowhere: "Choisissez d’abord une case, une étape ou une ligne, puis collez.",
  copyFailed: "Le navigateur n’a pas permis de copier. Faites Ctrl+C sur la carte.",
  copyFailedTitle: "Rien n’a été copié",
};
