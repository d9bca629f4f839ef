import { createRequire } from "node:module";
import type { Face } from "../render/covered.ts";

const require = createRequire(import.meta.url);

/** The font file of each face that maps are drawn with. */
export function fontFiles(): Record<Face, string> {
  return {
    text400: require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
    text500: require.resolve("@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf"),
    text600: require.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
    title600: require.resolve("@expo-google-fonts/bricolage-grotesque/600SemiBold/BricolageGrotesque_600SemiBold.ttf"),
  };
}
