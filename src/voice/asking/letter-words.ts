import { letterLocale } from "../letters/language.ts";

/** What a letter says beside the question. */
export interface LetterWords {
  reminder: (subject: string) => string;
  choose: string;
  after: string;
  answer: string;
  personal: (from: string) => string;
  refuse: string;
  /** The page behind that link. */
  refuseTitle: (from: string) => string;
  refuseText: string;
  refuseButton: string;
  refused: string;
  refusedText: (from: string) => string;
  /** A whole text message, as short as it can be. */
  text: (from: string, question: string, url: string, refuse: string) => string;
}

/** In French or English, whichever is nearer. */
export function letterWords(language: string): LetterWords {
  return letterLocale(language) === "fr" ? fr : en;
}

const en: LetterWords = {
  reminder: (subject) => `Reminder: ${subject}`,
  choose: "Choose an answer",
  after: "Your choice opens a page; it is recorded once you send it there.",
  answer: "Answer here",
  personal: (from) => `${from} asks for your opinion. This link is yours: please do not pass it on.`,
  refuse: "Do not ask me any more",
  refuseTitle: (from) => `No more questions from ${from}?`,
  refuseText: "We will no longer ask for your opinion, by any survey.",
  refuseButton: "Do not ask me any more",
  refused: "You will not be asked any more",
  refusedText: (from) => `${from} no longer asks for your opinion. You can close this page.`,
  text: (from, question, url, refuse) => `${from}: ${question} ${url}\nStop: ${refuse}`,
};

const fr: LetterWords = {
  reminder: (subject) => `Rappel : ${subject}`,
  choose: "Choisissez une réponse",
  after: "Votre choix ouvre une page ; il est enregistré quand vous l’y envoyez.",
  answer: "Répondre ici",
  personal: (from) => `${from} vous demande votre avis. Ce lien est personnel : merci de ne pas le transmettre.`,
  refuse: "Ne plus me demander mon avis",
  refuseTitle: (from) => `Plus de questions de ${from} ?`,
  refuseText: "Nous ne vous demanderons plus votre avis, dans aucun questionnaire.",
  refuseButton: "Ne plus me demander mon avis",
  refused: "On ne vous demandera plus votre avis",
  refusedText: (from) => `${from} ne vous demande plus votre avis. Vous pouvez fermer cette page.`,
  text: (from, question, url, refuse) => `${from} : ${question} ${url}\nStop : ${refuse}`,
};
