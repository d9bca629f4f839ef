import { Frown, Meh, Smile, Star, ThumbsUp } from "lucide-react";
import { type Asked, type Look, scales } from "../model.ts";

/** A score in a few signs, as it is drawn when it is asked. */
export function ScoreGlyph({ metric, look }: { metric: Asked; look: Look }) {
  const size = { size: 16, "aria-hidden": true } as const;
  if (look === "smileys")
    return (
      <i aria-hidden>
        <Frown {...size} />
        <Meh {...size} />
        <Smile {...size} />
      </i>
    );
  if (metric === "stars") return <Star {...size} />;
  if (metric === "yesNo") return <ThumbsUp {...size} />;
  const { min, max } = scales[metric];
  return (
    <i aria-hidden className="num">
      {min}–{max}
    </i>
  );
}
