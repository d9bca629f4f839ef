import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  following: "Vous suivez {{name}}",
  stop: "Arrêter (Échap)",
  follow: "Suivre {{name}}",
};
