import type { RefusalReason } from "../../reviews/collected.ts";
import type { ReviewOrder } from "../../reviews/shown.ts";

/** What the public pages of reviews say by themselves. */
export interface ReviewWords {
  reviews: string;
  reviewsOf: (site: string) => string;
  rules: string;
  outOfFive: (rating: string) => string;
  average: (mean: string) => string;
  n: (n: number) => string;
  none: string;
  order: string;
  orders: Record<ReviewOrder, string>;
  sorted: Record<ReviewOrder, string>;
  published: (day: string) => string;
  experienced: (day: string) => string;
  isProven: string;
  isNotProven: string;
  isBuyer: string;
  isNoBuyer: string;
  nameless: string;
  reply: (site: string) => string;
  previous: string;
  next: string;
  pageOf: (page: number, pages: number) => string;
  /** Of the rules. */
  incentive: string;
  noIncentive: string;
  delays: string;
  publicationDelay: (days: number) => string;
  retention: (months: number) => string;
  control: string;
  controlText: string;
  contactAuthor: string;
  noContact: string;
  editing: string;
  editingText: string;
  refusals: string;
  refusalsText: string;
  refusal: Record<RefusalReason, string>;
  ranking: string;
  rankingText: string;
  report: string;
  back: string;
  /** Of the author's page. */
  yours: string;
  yoursText: string;
  title: string;
  text: string;
  author: string;
  authorHint: string;
  experiencedOn: string;
  bought: string;
  yes: string;
  no: string;
  submit: string;
  save: string;
  withdraw: string;
  withdrawn: string;
  missing: string;
  missingConsent: string;
  missingDate: string;
  missingBought: string;
  waiting: string;
  isPublished: string;
  isRefused: string;
  contest: string;
  contestText: string;
  contested: string;
}

const en: ReviewWords = {
  reviews: "Customer reviews",
  reviewsOf: (site) => `Customer reviews of ${site}`,
  rules: "How these reviews are collected and shown",
  outOfFive: (rating) => `${rating} of 5 stars`,
  average: (mean) => `${mean} of 5`,
  n: (n) => (n === 1 ? "1 review" : `${n.toLocaleString("en")} reviews`),
  none: "No review yet.",
  order: "Order",
  orders: { latest: "Latest", best: "Best", worst: "Worst" },
  sorted: {
    latest: "In order of publication, the latest first.",
    best: "By stars, the most first; among equals the latest first.",
    worst: "By stars, the fewest first; among equals the latest first.",
  },
  published: (day) => `Published on ${day}`,
  experienced: (day) => `experience of ${day}`,
  isProven: "Checked: experience proven",
  isNotProven: "Checked before publication; experience not proven",
  isBuyer: "Customer",
  isNoBuyer: "Did not buy",
  nameless: "Without a name",
  reply: (site) => `Answer of ${site}`,
  previous: "Previous",
  next: "Next",
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  incentive: "Is anything given for a review?",
  noIncentive: "No. Nothing is given for a review.",
  delays: "Delays",
  publicationDelay: (days) => `A review is published or refused within ${days} days.`,
  retention: (months) => `It is shown and kept for ${months} months at most.`,
  control: "How reviews are controlled",
  controlText:
    "Every review is read by a person before it is published; its number of stars is no reason to refuse it. Beside each stands whether a proof of the experience was kept, and whether its author bought.",
  contactAuthor: "Contacting an author",
  noContact: "The authors of reviews cannot be contacted through this page.",
  editing: "Changing a review",
  editingText:
    "Its author may change or withdraw a review at any time by their own link. What is changed is read again before it is shown.",
  refusals: "Why a review may be refused",
  refusalsText:
    "The author is told the reason on their own page, and can contest it there. The reasons are these only:",
  refusal: {
    offensive: "insulting, hateful or violent words",
    personalData: "personal data of somebody",
    offTopic: "not about an experience with the company",
    noExperience: "no real experience, or an author who will not show one",
    conflictOfInterest: "written by the company, somebody close to it or a competitor",
    advertising: "advertising, or links to elsewhere",
    unintelligible: "cannot be understood",
    illegal: "against the law",
  },
  ranking: "Order of the reviews",
  rankingText: "In order of publication, the latest first. Visitors can choose by stars instead.",
  report: "Doubts about a review?",
  back: "Back to the reviews",
  yours: "Your review",
  yoursText: "Your answer becomes a review only if you say so here. Each is read before it is published.",
  title: "Title",
  text: "Your words",
  author: "Name shown",
  authorHint: "A first name or an initial is enough; empty: no name.",
  experiencedOn: "Day of your experience",
  bought: "Did you buy or use something?",
  yes: "Yes",
  no: "No",
  submit: "Send my review",
  save: "Send it changed",
  withdraw: "Withdraw my review",
  withdrawn: "Your review is withdrawn.",
  missing: "There is a problem",
  missingConsent: "Tick the box to have your answer published.",
  missingDate: "Say on which day it was; no later than today.",
  missingBought: "Say whether you bought or used something.",
  waiting: "Your review is waiting to be read. Keep the address of this page: here you see what becomes of it.",
  isPublished: "Your review is published.",
  isRefused: "Your review was refused:",
  contest: "Contest the refusal",
  contestText: "What you have to say against it",
  contested: "Your objection was received; somebody will read it.",
};

const fr: ReviewWords = {
  reviews: "Avis clients",
  reviewsOf: (site) => `Avis des clients de ${site}`,
  rules: "Comment ces avis sont recueillis et affichés",
  outOfFive: (rating) => `${rating} étoiles sur 5`,
  average: (mean) => `${mean} sur 5`,
  n: (n) => `${n.toLocaleString("fr")} avis`,
  none: "Pas encore d’avis.",
  order: "Classement",
  orders: { latest: "Plus récents", best: "Meilleures notes", worst: "Moins bonnes notes" },
  sorted: {
    latest: "Par ordre chronologique de publication, du plus récent au plus ancien.",
    best: "Par nombre d’étoiles, du plus grand au plus petit ; à égalité, du plus récent au plus ancien.",
    worst: "Par nombre d’étoiles, du plus petit au plus grand ; à égalité, du plus récent au plus ancien.",
  },
  published: (day) => `Publié le ${day}`,
  experienced: (day) => `expérience du ${day}`,
  isProven: "Avis contrôlé : expérience prouvée",
  isNotProven: "Avis contrôlé avant publication ; expérience non prouvée",
  isBuyer: "A acheté",
  isNoBuyer: "N’a pas acheté",
  nameless: "Sans nom",
  reply: (site) => `Réponse de ${site}`,
  previous: "Précédents",
  next: "Suivants",
  pageOf: (page, pages) => `Page ${page} sur ${pages}`,
  incentive: "Une contrepartie est-elle donnée ?",
  noIncentive: "Non. Aucune contrepartie n’est fournie en échange d’un avis.",
  delays: "Délais",
  publicationDelay: (days) => `Un avis est publié ou refusé en ${days} jours au plus.`,
  retention: (months) => `Il est affiché et conservé ${months} mois au plus.`,
  control: "Comment les avis sont contrôlés",
  controlText:
    "Chaque avis est lu par une personne avant publication ; le nombre d’étoiles n’est pas un motif de refus. À côté de chacun est dit si une preuve de l’expérience est conservée, et si son auteur a acheté.",
  contactAuthor: "Contacter l’auteur d’un avis",
  noContact: "Il n’est pas possible de contacter les auteurs des avis par cette page.",
  editing: "Modifier un avis",
  editingText:
    "Son auteur peut à tout moment modifier ou retirer son avis par son propre lien. Ce qui est modifié est relu avant d’être affiché.",
  refusals: "Pourquoi un avis peut être refusé",
  refusalsText:
    "Le motif est indiqué à l’auteur sur sa propre page, où il peut le contester. Les seuls motifs sont les suivants :",
  refusal: {
    offensive: "propos injurieux, haineux ou violents",
    personalData: "données personnelles de quelqu’un",
    offTopic: "sans rapport avec une expérience chez l’entreprise",
    noExperience: "pas d’expérience réelle, ou auteur qui ne veut pas en montrer une",
    conflictOfInterest: "écrit par l’entreprise, un proche ou un concurrent",
    advertising: "publicité, ou liens vers ailleurs",
    unintelligible: "incompréhensible",
    illegal: "contraire à la loi",
  },
  ranking: "Classement des avis",
  rankingText:
    "Par ordre chronologique de publication, du plus récent au plus ancien. Les visiteurs peuvent choisir un classement par étoiles.",
  report: "Un doute sur un avis ?",
  back: "Retour aux avis",
  yours: "Votre avis",
  yoursText: "Votre réponse ne devient un avis que si vous le dites ici. Chaque avis est lu avant d’être publié.",
  title: "Titre",
  text: "Vos mots",
  author: "Nom affiché",
  authorHint: "Un prénom ou une initiale suffit ; vide : pas de nom.",
  experiencedOn: "Jour de votre expérience",
  bought: "Avez-vous acheté ou utilisé quelque chose ?",
  yes: "Oui",
  no: "Non",
  submit: "Envoyer mon avis",
  save: "Envoyer l’avis modifié",
  withdraw: "Retirer mon avis",
  withdrawn: "Votre avis est retiré.",
  missing: "Il y a un problème",
  missingConsent: "Cochez la case pour que votre réponse soit publiée.",
  missingDate: "Dites quel jour c’était ; au plus tard aujourd’hui.",
  missingBought: "Dites si vous avez acheté ou utilisé quelque chose.",
  waiting: "Votre avis attend d’être lu. Gardez l’adresse de cette page : vous y verrez ce qu’il devient.",
  isPublished: "Votre avis est publié.",
  isRefused: "Votre avis a été refusé :",
  contest: "Contester le refus",
  contestText: "Ce que vous avez à dire",
  contested: "Votre contestation est reçue ; quelqu’un la lira.",
};

/** In the language wanted; English where they are not written in it. */
export function reviewWords(language: string): ReviewWords {
  return language.startsWith("fr") ? fr : en;
}
