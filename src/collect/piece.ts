import type { WidgetPiece } from "#voice/api/collect.ts";

export type Piece = WidgetPiece;

/** What the server has to ask, or null where the survey is not open or not within reach. */
export async function fetchPiece(url: string, language: string): Promise<Piece | null> {
  const answer = await fetch(language === "" ? url : `${url}?lang=${language}`, { credentials: "omit" }).catch(
    () => null,
  );
  return answer?.ok ? answer.json() : null;
}
