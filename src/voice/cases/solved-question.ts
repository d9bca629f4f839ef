import type { Locale } from "#workspace/model.ts";
import { SurveyContent } from "../model.ts";

/** The question that a customer is asked once their case is closed, as every question is put: first yes or no, then why. */
export function solvedQuestion(locale: Locale, saidOn: string | null): SurveyContent {
  const { question, why, whyNot } = words[locale];
  return SurveyContent.parse({
    languages: [locale],
    questions: [
      { kind: "score", id: "solved", metric: "yesNo", text: { [locale]: question(saidOn) } },
      { kind: "comment", id: "why", text: { [locale]: why }, byScore: [{ upTo: 0, text: { [locale]: whyNot } }] },
    ],
  });
}

/** The same with what whoever has answered is told. */
export function solvedThanks(content: SurveyContent, locale: Locale, isSolved: boolean): SurveyContent {
  return { ...content, thanks: { [locale]: words[locale][isSolved ? "glad" : "goingOn"] } };
}

interface QuestionWords {
  /** `saidOn`: the day on which they told us. */
  question: (saidOn: string | null) => string;
  why: string;
  whyNot: string;
  glad: string;
  goingOn: string;
}

const words: Record<Locale, QuestionWords> = {
  fr: {
    question: (saidOn) => `Ce que vous nous avez signalé${saidOn === null ? "" : ` le ${saidOn}`} est-il résolu ?`,
    why: "Souhaitez-vous ajouter quelque chose ?",
    whyNot: "Qu’est-ce qui ne va pas encore ?",
    glad: "Merci, nous en sommes heureux",
    goingOn: "Merci de nous le dire : nous reprenons votre dossier",
  },
  en: {
    question: (saidOn) => `Is what you told us${saidOn === null ? "" : ` on ${saidOn}`} solved?`,
    why: "Would you like to add anything?",
    whyNot: "What is still wrong?",
    glad: "Thank you, we are glad",
    goingOn: "Thank you for telling us: we take your case up again",
  },
};
