import type { Audience, GuideSection } from "./model.ts";

type Locale = "fr" | "en";
type Asked = Record<Locale, readonly string[]>;

/** Questions of a section, in the order in which they are asked. */
interface Ready {
  opening: Asked;
  /** Of each step, which its title has just told in the customer's own words. */
  step: Asked;
  closing: Asked;
}

/**
 * Ready questions of semi-structured interviews: open, about what was really lived, one matter each; facts before
 * expectations before feelings, the hard before the wish.
 */
const ready: Record<Audience, Ready> = {
  customer: {
    opening: {
      fr: [
        "Présentez-vous en quelques mots : à quoi ressemble une journée ordinaire ?",
        "Racontez-moi la dernière fois, du tout début jusqu’à la fin. Qu’est-ce qui l’a déclenchée ?",
      ],
      en: [
        "Tell me a little about yourself: what does an ordinary day look like?",
        "Tell me about the last time, from the very beginning to the end. What set it off?",
      ],
    },
    step: {
      fr: [
        "Que faisiez-vous à ce moment-là ? Où, avec qui, par quel moyen ?",
        "À quoi vous attendiez-vous ?",
        "Que ressentiez-vous ? Qu’est-ce qui vous le faisait ressentir ?",
        "Qu’est-ce qui a été difficile, long ou peu clair ? Comment vous en êtes-vous sorti ?",
        "Qu’est-ce qui vous a plu ou surpris en bien ?",
        "Si vous pouviez changer une seule chose ici, laquelle ?",
      ],
      en: [
        "What were you doing at that moment? Where, with whom, by what means?",
        "What were you expecting?",
        "What were you feeling? What made you feel it?",
        "What was hard, long or unclear? How did you get through it?",
        "What pleased you, or surprised you for the better?",
        "If you could change one thing here, which one would it be?",
      ],
    },
    closing: {
      fr: [
        "De tout ce parcours, quel a été le meilleur moment, et le pire ?",
        "Qu’est-ce que je n’ai pas demandé et que je devrais savoir ?",
      ],
      en: ["Of all this, what was the best moment, and the worst?", "What have I not asked that I should know?"],
    },
  },
  staff: {
    opening: {
      fr: ["Quel est votre rôle dans ce parcours, et depuis quand ?", "Avec qui travaillez-vous pour le tenir ?"],
      en: ["What is your part in this journey, and since when?", "Whom do you work with to keep it going?"],
    },
    step: {
      fr: [
        "Que faites-vous lorsque le client dit cela ? Avec quels outils ?",
        "À quoi le client s’attend-il de votre part ?",
        "Comment vivez-vous ce moment ? Et le client, d’après ce que vous voyez ?",
        "Qu’est-ce qui vous rend la tâche difficile, à vous ou à lui ?",
        "Que faites-vous en plus, que rien ne vous demande ?",
        "Que changeriez-vous en premier ?",
      ],
      en: [
        "What do you do when the customer says this? With which tools?",
        "What does the customer expect of you?",
        "How do you live this moment? And the customer, from what you see?",
        "What makes it hard, for you or for them?",
        "What do you do beyond what you are asked to?",
        "What would you change first?",
      ],
    },
    closing: {
      fr: ["Où un client se perd-il le plus souvent ?", "Qu’est-ce que je n’ai pas demandé et que je devrais savoir ?"],
      en: ["Where does a customer get lost most often?", "What have I not asked that I should know?"],
    },
  },
};

const titles: Record<"opening" | "closing", Record<Locale, string>> = {
  opening: { fr: "Pour commencer", en: "To begin with" },
  closing: { fr: "Pour finir", en: "To finish with" },
};

/** Questions that are asked about every step. */
export function stepQuestions(audience: Audience, language: Locale): readonly string[] {
  return ready[audience].step[language];
}

/** A guide that goes through the steps of a map in their order, each called by what the customer says there. */
export function proposeGuide(
  steps: readonly { id: string; name: string }[],
  { audience, language, newId }: { audience: Audience; language: Locale; newId: () => string },
): GuideSection[] {
  const section = (title: string, stepId: string | null, questions: readonly string[]): GuideSection => ({
    id: newId(),
    stepId,
    title,
    questions: questions.map((text) => ({ id: newId(), text })),
  });
  const { opening, step, closing } = ready[audience];
  return [
    section(titles.opening[language], null, opening[language]),
    ...steps.map(({ id, name }) => section(name, id, step[language])),
    section(titles.closing[language], null, closing[language]),
  ];
}
