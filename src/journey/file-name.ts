import { printable } from "./render/type.ts";

/**
 * A journey's name as the name of a file that every system takes: in full, and in plain letters for those that only know
 * these. Never empty, never a path, at most 80 characters before its extension.
 */
export function fileName(name: string, extension: string): { full: string; ascii: string } {
  const full = tidy(printable(name).replaceAll(/[\\/:*?"<>|%\n]/g, " "));
  const ascii = tidy(name.normalize("NFD").replaceAll(/[^A-Za-z0-9 _-]/g, ""));
  return { full: `${full || "parcours"}.${extension}`, ascii: `${ascii || "parcours"}.${extension}` };
}

function tidy(text: string): string {
  const spaced = text.replaceAll(/\s+/g, " ").replaceAll(/^[\s.]+/g, "");
  return Array.from(spaced)
    .slice(0, 80)
    .join("")
    .replaceAll(/[\s.]+$/g, "");
}
