import { createRequire } from "node:module";
import type { Face } from "../render/covered.ts";

const fileOf = (path: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/${path}.ttf`);

/** The font file of each face that maps are drawn with. */
export function fontFiles(): Record<Face, string> {
  return {
    text400: fileOf("inter/400Regular/Inter_400Regular"),
    text500: fileOf("inter/500Medium/Inter_500Medium"),
    text600: fileOf("inter/600SemiBold/Inter_600SemiBold"),
    title600: fileOf("bricolage-grotesque/600SemiBold/BricolageGrotesque_600SemiBold"),
  };
}
