import { ArrowLeftRight, Minus, Pencil, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ChangeKind } from "../../compare.ts";
import classes from "./versions.module.css";

const signs = { added: Plus, changed: Pencil, moved: ArrowLeftRight, removed: Minus } as const;

/** What happened to an element, as a sign of its own shape and colour; `isSilent` beside words that say it. */
export function Mark({ kind, isSilent = false }: { kind: ChangeKind; isSilent?: boolean }) {
  const { t } = useTranslation("versions");
  const Sign = signs[kind];
  return (
    <span
      className={classes["mark"]}
      data-kind={kind}
      {...(!isSilent && { role: "img", "aria-label": t(`mark.${kind}`) })}
    >
      <Sign size={11} strokeWidth={2.5} aria-hidden />
    </span>
  );
}
