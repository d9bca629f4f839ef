/** What stands behind a card; `ended`: interviews whose participant has taken back what they said, or whose time is over. */
export interface Behind {
  highlights: number;
  interviews: number;
  ended: number;
}

/** What a card says of the highlights behind it; nothing where there are none. */
export function evidenceOfHighlights({ highlights, interviews, ended }: Behind, locale: "fr" | "en"): string {
  if (highlights === 0) return "";
  const plural = (count: number, word: string) => `${count} ${word}${count > 1 ? "s" : ""}`;
  if (locale === "fr") {
    const gone = ended === 0 ? "" : ended > 1 ? `, dont ${ended} effacés` : ", dont 1 effacé";
    return `${plural(highlights, "passage")} de ${plural(interviews, "entretien")}${gone}`;
  }
  const gone = ended === 0 ? "" : `, ${ended} of them erased`;
  return `${plural(highlights, "highlight")} from ${plural(interviews, "interview")}${gone}`;
}
