import { ChevronDown, ChevronUp, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PolarityLabel } from "../../comments/model.ts";
import classes from "./verbatims.module.css";

const glyphs = { positive: ChevronUp, unsure: Minus, negative: ChevronDown } as const;

/** What the words of a comment say: a colour, a shape and a word. */
export function PolarityMark({ label, hint }: { label: PolarityLabel; hint?: string }) {
  const { t } = useTranslation("verbatims");
  return (
    <span className={classes["polarity"]} data-polarity={label} title={hint}>
      <PolarityGlyph label={label} />
      {t(`polarity.${label}`)}
    </span>
  );
}

export function PolarityGlyph({ label }: { label: PolarityLabel }) {
  const Glyph = glyphs[label];
  return <Glyph size={12} strokeWidth={2.5} aria-hidden />;
}
