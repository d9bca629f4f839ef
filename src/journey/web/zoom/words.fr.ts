import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  zoom: "Taille de la carte",
  in: "Agrandir",
  out: "Réduire",
  actual: "Taille réelle",
  fit: "Ajuster à la largeur",
};
