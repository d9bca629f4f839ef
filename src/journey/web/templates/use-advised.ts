import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { advise, type Answers, framingOf } from "../../advisor.ts";
import { Framing, type JourneyKind } from "../../model.ts";
import type { Start } from "./start-form.tsx";

const unanswered: Answers = {
  objective: null,
  scope: null,
  materials: [],
  listening: null,
  hasTeam: null,
  maturity: null,
};
const starter = { key: "starter" };

/** What is answered to the advisor, what it advises, and the map that begins so. */
export function useAdvised() {
  const [answers, setAnswers] = useState(unanswered);
  const [chosenKind, setKind] = useState<JourneyKind | null>(null);
  const [written, setWritten] = useState<Partial<Framing>>({});
  const [startsSmall, setStartsSmall] = useState(true);
  const advice = useMemo(() => advise(answers), [answers]);
  const framing = { ...framingOf(answers, useAnswerWords()), ...written };
  const kind = chosenKind ?? advice?.meanwhile ?? advice?.kind ?? "journey";
  const mayStartSmall = answers.maturity === "low" && kind === "journey";
  const start: Start = {
    kind,
    template: mayStartSmall && startsSmall ? starter : undefined,
    framing: Framing.parse(framing),
  };
  return {
    answers,
    setAnswers,
    advice,
    framing,
    /** Writes over what the answers say of the framing. */
    write: (change: Partial<Framing>) => setWritten({ ...written, ...change }),
    kind,
    setKind,
    mayStartSmall,
    startsSmall,
    setStartsSmall,
    start,
  };
}

/** An answer of the advisor as the framing sheet says it. */
function useAnswerWords() {
  const { t, i18n } = useTranslation("templates");
  return (question: "objective" | "scope" | "material" | "listening" | "team", answer: string): string => {
    const key = `${question}.${answer}`;
    return i18n.exists(`templates:${key}`) ? t(key as "team.yes") : answer;
  };
}
