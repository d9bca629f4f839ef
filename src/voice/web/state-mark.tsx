import { Check, CircleDashed, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SurveyState } from "../model.ts";
import classes from "./voice.module.css";

const signs = { draft: CircleDashed, open: Check, closed: Lock } as const;

/** Whether a survey can be answered: a sign and a word, never the colour alone. */
export function StateMark({ state }: { state: SurveyState }) {
  const { t } = useTranslation("voice");
  const Sign = signs[state];
  return (
    <span className={classes["state"]} data-state={state}>
      <Sign size={13} aria-hidden /> {t(`state.${state}`)}
    </span>
  );
}
