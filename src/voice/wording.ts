import type { Phase } from "#journey/model.ts";
import type { Asked, Look, Relation, SurveyContent, Texts } from "./model.ts";
import type { CommentQuestion, ScoreQuestion } from "./rules.ts";

/** What effort is asked about: CES is asked of one task. */
export const tasks = ["information", "order", "reach", "solve"] as const;
export type Task = (typeof tasks)[number];
export const taskNames: Record<Task, Said> = {
  information: { fr: "Trouver une information", en: "Find information" },
  order: { fr: "Commander", en: "Order" },
  reach: { fr: "Joindre quelqu’un", en: "Reach somebody" },
  solve: { fr: "Résoudre un problème", en: "Solve a problem" },
};

/** Ready words are complete in these languages. */
export const readyLanguages = ["fr", "en"] as const;
export type Said = Record<(typeof readyLanguages)[number], string>;

/** What is asked of whom: `task` is one of `tasks`, anything else asks of no task in particular. */
export interface About {
  relation: Relation;
  task: string;
}

/** The score to ask for in a phase: effort before the purchase, recommendation after the order, satisfaction later. */
export function plannedMetric(phase: Phase): Extract<Asked, "ces" | "nps" | "csat"> {
  if (phase === "conversion") return "nps";
  return phase === "afterSales" ? "csat" : "ces";
}

/** A score in ready words, with the ends of its scale, in those of the languages that have them. */
export function readyScore(metric: Asked, about: About, languages: readonly string[]): ScoreQuestion {
  const { low, high } = ends[metric];
  return {
    kind: "score",
    id: "score",
    when: null,
    metric,
    look: readyLook[metric],
    text: inLanguages(questionText(metric, about), languages),
    low: inLanguages(low, languages),
    high: inLanguages(high, languages),
  };
}

/** A comment whose wording follows the score; its `text` fits any, for whoever has not given one. */
export function readyComment(metric: Asked, languages: readonly string[]): CommentQuestion {
  const says = [comments.unhappy, comments.between, comments.happy];
  return {
    kind: "comment",
    id: "comment",
    when: null,
    text: inLanguages(comments.any, languages),
    byScore: commentSteps[metric].flatMap((upTo, at) => {
      const said = upTo === null ? undefined : says[at];
      return upTo === null || said === undefined ? [] : [{ upTo, text: inLanguages(said, languages) }];
    }),
  };
}

/** A whole survey in ready words. */
export function readyContent(
  metric: Asked,
  about: About,
  languages: readonly string[] = readyLanguages,
): SurveyContent {
  return {
    languages: [...languages],
    questions: [readyScore(metric, about, languages), readyComment(metric, languages)],
    thanks: inLanguages(thanks, languages),
    consent: {},
    publication: {},
  };
}

function questionText(metric: Asked, { relation, task }: About): Said {
  const known = tasks.find((each) => each === task) ?? "any";
  switch (metric) {
    case "nps":
    case "csat":
      return byRelation[metric][relation];
    case "ces":
      return effort[known];
    case "ces5":
      return ease[known];
    case "stars":
      return stars[relation];
    case "yesNo":
      return { fr: "Avez-vous obtenu ce que vous cherchiez ?", en: "Did you get what you came for?" };
    default:
      return metric satisfies never;
  }
}

function inLanguages(said: Said, languages: readonly string[]): Texts {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const ready = readyLanguages.find((each) => each === language.split("-", 1)[0]);
      return ready === undefined ? [] : [[language, said[ready]]];
    }),
  );
}

const readyLook: Record<Asked, Look> = {
  nps: "numbers",
  csat: "smileys",
  ces: "numbers",
  ces5: "numbers",
  stars: "stars",
  yesNo: "numbers",
};

const agreement = {
  low: { fr: "Pas du tout d’accord", en: "Strongly disagree" },
  high: { fr: "Tout à fait d’accord", en: "Strongly agree" },
};
const ends: Record<Asked, { low: Said; high: Said }> = {
  nps: {
    low: { fr: "Pas du tout probable", en: "Not at all likely" },
    high: { fr: "Extrêmement probable", en: "Extremely likely" },
  },
  csat: {
    low: { fr: "Très insatisfait", en: "Very dissatisfied" },
    high: { fr: "Très satisfait", en: "Very satisfied" },
  },
  ces: agreement,
  ces5: { low: { fr: "Très difficile", en: "Very difficult" }, high: { fr: "Très facile", en: "Very easy" } },
  stars: { low: { fr: "Très mauvais", en: "Very poor" }, high: { fr: "Excellent", en: "Excellent" } },
  yesNo: { low: { fr: "Non", en: "No" }, high: { fr: "Oui", en: "Yes" } },
};

const byRelation: Record<"nps" | "csat", Record<Relation, Said>> = {
  nps: {
    transactional: {
      fr: "Après cette commande, quelle est la probabilité que vous nous recommandiez à un proche ou à un collègue ?",
      en: "After this order, how likely are you to recommend us to a friend or colleague?",
    },
    relational: {
      fr: "Quelle est la probabilité que vous nous recommandiez à un proche ou à un collègue ?",
      en: "How likely are you to recommend us to a friend or colleague?",
    },
  },
  csat: {
    transactional: {
      fr: "Quelle est votre satisfaction à l’égard de cet échange ?",
      en: "How satisfied are you with this contact?",
    },
    relational: {
      fr: "En repensant à toute votre relation avec nous, quelle est votre satisfaction ?",
      en: "Looking back over your whole relationship with us, how satisfied are you?",
    },
  },
};

/** CES 2.0: one statement, and how far one agrees. */
const effort: Record<Task | "any", Said> = {
  any: {
    fr: "Il m’a été facile de faire ce que je voulais.",
    en: "It was easy to do what I wanted.",
  },
  information: {
    fr: "Il m’a été facile de trouver l’information que je cherchais.",
    en: "It was easy to find the information I was looking for.",
  },
  order: { fr: "Il m’a été facile de commander.", en: "It was easy to place my order." },
  reach: {
    fr: "Il m’a été facile de joindre la bonne personne.",
    en: "It was easy to reach the right person.",
  },
  solve: { fr: "Il m’a été facile de résoudre mon problème.", en: "It was easy to get my problem solved." },
};

const ease: Record<Task | "any", Said> = {
  any: { fr: "Était-ce facile de faire ce que vous vouliez ?", en: "How easy was it to do what you wanted?" },
  information: {
    fr: "Était-ce facile de trouver l’information que vous cherchiez ?",
    en: "How easy was it to find the information you were looking for?",
  },
  order: { fr: "Était-ce facile de commander ?", en: "How easy was it to place your order?" },
  reach: { fr: "Était-ce facile de joindre la bonne personne ?", en: "How easy was it to reach the right person?" },
  solve: { fr: "Était-ce facile de résoudre votre problème ?", en: "How easy was it to get your problem solved?" },
};

const stars: Record<Relation, Said> = {
  transactional: {
    fr: "Combien d’étoiles donnez-vous à cet échange ?",
    en: "How many stars do you give this contact?",
  },
  relational: { fr: "Combien d’étoiles nous donnez-vous ?", en: "How many stars do you give us?" },
};

/** Up to which scores somebody is unhappy, between the two, happy; null where a scale has no such score. */
const commentSteps: Record<Asked, readonly [unhappy: number, between: number | null, happy: number]> = {
  nps: [6, 8, 10],
  csat: [2, 3, 5],
  ces: [3, 4, 7],
  ces5: [2, 3, 5],
  stars: [2, 3, 5],
  yesNo: [0, null, 1],
};
const comments: Record<"any" | "unhappy" | "between" | "happy", Said> = {
  any: { fr: "Pourquoi cette réponse ?", en: "What is the reason for your answer?" },
  unhappy: {
    fr: "Nous en sommes désolés. Que s’est-il passé ?",
    en: "We are sorry to hear that. What went wrong?",
  },
  between: { fr: "Que pouvons-nous améliorer ?", en: "What could we do better?" },
  happy: { fr: "Qu’avez-vous le plus apprécié ?", en: "What did you like most?" },
};
const thanks: Said = {
  fr: "Merci. Votre réponse est lue par l’équipe qui peut y changer quelque chose.",
  en: "Thank you. Your answer is read by the team that can act on it.",
};
