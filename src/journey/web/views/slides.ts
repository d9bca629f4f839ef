import type { Chapter, Scene } from "./story.ts";

/** What is shown at once when a journey is presented. */
export type Slide =
  | { kind: "title" }
  | { kind: "stage"; chapter: Chapter; number: number }
  | { kind: "step"; chapter: Chapter; scene: Scene; number: number }
  | { kind: "end" };

/** A title, then each stage with its steps one by one; a stage without a name needs no slide of its own. Steps count from 1. */
export function slidesOf(story: readonly Chapter[]): Slide[] {
  let number = 0;
  return [
    { kind: "title" },
    ...story.flatMap((chapter, index): Slide[] => [
      ...(chapter.name === "" ? [] : [{ kind: "stage", chapter, number: index + 1 } as const]),
      ...chapter.scenes.map((scene): Slide => {
        number += 1;
        return { kind: "step", chapter, scene, number };
      }),
    ]),
    { kind: "end" },
  ];
}

/** The slide that a key leads to; null when the key is not for turning pages. */
export function turned(at: number, count: number, key: string): number | null {
  const last = count - 1;
  if (["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"].includes(key)) return Math.min(last, at + 1);
  if (["ArrowLeft", "ArrowUp", "PageUp", "Backspace"].includes(key)) return Math.max(0, at - 1);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}
