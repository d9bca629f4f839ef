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
  emotions_one: "{{count}} émotion",
  emotions_other: "{{count}} émotions",
  pasted: "Collé : {{what}}.",
  left_one: "{{count}} fiche a été laissée de côté : sa ligne est verrouillée, ou il n’y a pas de place pour elle.",
  left_other:
    "{{count}} fiches ont été laissées de côté : leurs lignes sont verrouillées, ou il n’y a pas de place pour elles.",
  leftEmotions_one:
    "{{count}} émotion a été laissée de côté : elle est déjà dite ici ou verrouillée, ou son persona n’est pas sur cette carte.",
  leftEmotions_other:
    "{{count}} émotions ont été laissées de côté : elles sont déjà dites ici ou verrouillées, ou leurs personas ne sont pas sur cette carte.",
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
  cardsOnly: "Vous pouvez ajouter des fiches. Seul un éditeur colle des lignes ou des étapes.",
  tooMany: "Vous pouvez ajouter {{most}} fiches à la fois, et il y en a {{count}}. Collez-en moins.",
  undo: "Annuler",
  cardAdded: "Fiche ajoutée.",
  takenBack: "Les fiches sont retirées.",
  takenBackExcept_one: "{{count}} fiche reste : quelqu’un l’a changée depuis.",
  takenBackExcept_other: "{{count}} fiches restent : quelqu’un les a changées depuis.",
  notTakenBack: "Les fiches n’ont pas pu être retirées.",
  cutCopied: "Rien n’a été coupé, seulement copié",
  cutEditors: "Seul un éditeur enlève quelque chose de la carte.",
  copyFailed: "Le navigateur n’a pas permis de copier. Faites Ctrl+C sur la carte.",
  copyFailedTitle: "Rien n’a été copié",
};
