import { Ban, Check, Clock, Send, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { CaseDeed } from "../../cases/model.ts";
import type { CustomerLetter } from "../../letters/model.ts";
import classes from "./cases.module.css";

interface CustomerDeedProps {
  deed: Extract<CaseDeed, { kind: "replied" | "asked" | "answered" }>;
  who: string;
  letters: readonly CustomerLetter[];
}

/** What was written to the customer of a case, or what they answered. */
export function CustomerDeed({ deed, who, letters }: CustomerDeedProps) {
  const { t } = useTranslation("cases");
  const text = deed.kind === "replied" ? deed.text : deed.kind === "answered" ? deed.comment : "";
  const said =
    deed.kind === "answered" ? t(deed.isSolved ? "deed.solved" : "deed.notSolved") : t(`deed.${deed.kind}`, { who });
  const letter = deed.kind === "answered" ? undefined : letters.find(({ id }) => id === deed.letterId);
  return (
    <>
      <p>
        {said} {letter !== undefined && <LetterMark letter={letter} />}
      </p>
      {text !== "" && <p className={classes["words"]}>{text}</p>}
    </>
  );
}

/** What has become of a letter to the customer. */
function LetterMark({ letter }: { letter: CustomerLetter }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const { state, reason, dueAt, sentAt } = letter;
  const isBad = state === "failed";
  const Sign = { waiting: Clock, sending: Send, sent: Check, failed: TriangleAlert, notSent: Ban }[state];
  const when = format.dateTime(sentAt ?? dueAt ?? new Date(0).toISOString(), timeZone);
  return (
    <span className={classes["letter"]} data-bad={isBad || undefined}>
      <Sign size={13} aria-hidden />
      {t(`letter.${state}`, { when })}
      {reason !== null && ` (${t(`unsent.${reason}`)})`}
    </span>
  );
}
