import type { Lean } from "./lean.ts";
import type { Language } from "./language.ts";

/** A comment as a customer would type it, and what a reader says of it. */
export interface ReadComment {
  text: string;
  language: Language;
  lean: Lean;
}

type Shelf = Record<Language, Record<Lean, string[]>>;

/** Comments that the lexicons may be looked at with. */
const tuningShelf: Shelf = {
  fr: {
    positive: [
      "Accueil chaleureux, livraison en avance, je recommande les yeux fermés.",
      "Rien à redire, tout était parfait du début à la fin.",
      "Jamais déçue en dix ans de commandes chez vous.",
      "franchement tro bien, jsuis ravie merciii",
      "Pas mal du tout pour le prix, je reviendrai.",
      "Aucun souci avec le retour, remboursée en trois jours.",
      "Le conseiller a pris le temps de m'expliquer, très à l'écoute.",
      "Je n'ai pas attendu une minute, personnel souriant 😊",
      "Une équipe aux petits soins, on se sent bienvenu dès la porte.",
      "Commande reçue le lendemain, emballage soigné, rien à dire.",
      "Site clair, j'ai trouvé ce que je cherchais en deux clics.",
      "Sans hésiter la meilleure enseigne du quartier.",
      "g adoré, livreur super sympa mm sous la pluie",
      "Je n'ai rencontré aucune difficulté pour échanger la taille.",
      "Le technicien est passé à l'heure, il a tout réparé et laissé la cuisine impeccable.",
      "Ils ont reconnu leur erreur et m'ont offert un bon d'achat, chapeau.",
    ],
    negative: [
      "Je ne recommande pas, le colis est arrivé cassé.",
      "Toujours pas livré après trois semaines, et personne ne répond au téléphone.",
      "Bravo, encore un rendez-vous annulé la veille, quelle organisation…",
      "c nul le sav repond jamé jsui dégouté",
      "Pas très propre et vraiment bruyant.",
      "Un personnel peu aimable, on a l'impression de déranger.",
      "L'appli plante à chaque fois que je veux payer.",
      "Produit correct mais livraison catastrophique, plus jamais.",
      "Trois appels, trois réponses différentes, je ne sais toujours pas où est mon colis.",
      "On m'a raccroché au nez deux fois.",
      "Génial, la facture a doublé sans explication.",
      "jattend depuis 1 mois c abusé remboursé moi svp",
      "Les vendeurs ne sont ni disponibles ni compétents.",
      "La qualité n'est plus ce qu'elle était et les prix flambent.",
      "Le canapé s'est affaissé au bout de deux mois, je n'en suis pas satisfaite.",
      "Impossible de joindre quelqu'un, le formulaire renvoie une erreur.",
    ],
    neutral: [
      "J'ai commandé une table et quatre chaises samedi dernier.",
      "Le magasin est en face de la gare.",
      "Produit très bien, mais le service est vraiment mauvais.",
      "RAS",
      "Je passe en général le mardi après le travail.",
      "Ma fille a choisi la couleur bleue.",
      "Beau magasin et bons conseils, mais des prix excessifs et une caisse interminable.",
      "Pas d'avis pour le moment.",
    ],
  },
  en: {
    positive: [
      "Friendly staff and quick delivery, would definitely recommend.",
      "I couldn't be happier with the service.",
      "No complaints at all, everything arrived on time.",
      "omg luv it sooo much thx guys",
      "Not bad at all for the price, will buy again.",
      "The agent sorted my refund without any fuss.",
      "Never had a problem in five years.",
      "Exactly what I needed and easy to put together 👍",
      "They went out of their way to find my size.",
      "Parcel turned up a day early and beautifully wrapped.",
      "Clear website, found it in two clicks.",
      "Hands down the best shop in town.",
      "gr8 service, driver was so nice even in the rain xx",
      "I had no trouble at all swapping the size.",
      "The fitter was on time, fixed everything and left the kitchen spotless.",
      "They owned up to the mistake and sent a voucher, hats off.",
    ],
    negative: [
      "Would not recommend, the parcel came damaged.",
      "Still waiting for my order after three weeks and nobody answers the phone.",
      "Great, another appointment cancelled the day before. Well done.",
      "app keeps crashin cant even pay smh",
      "The room wasn't clean and it was really noisy.",
      "Staff were hardly helpful and quite rude.",
      "Waste of money, broke after two days.",
      "The table is nice but customer service is a joke, never again.",
      "Three calls, three different answers, I still don't know where my parcel is.",
      "They hung up on me twice.",
      "Brilliant, my bill doubled and no one can say why.",
      "been waitin a month this is ridiculous gimme my money back pls",
      "The assistants were neither available nor competent.",
      "Quality isn't what it used to be and prices keep climbing.",
      "The sofa sagged within two months, I am not satisfied with it.",
      "Impossible to get hold of anyone, the form just throws an error.",
    ],
    neutral: [
      "I ordered a table and four chairs last Saturday.",
      "The shop is across from the station.",
      "Lovely product but terrible service.",
      "n/a",
      "I usually drop in on Tuesdays after work.",
      "My daughter picked the blue one.",
      "Beautiful shop and good advice, but overpriced and the queue was endless.",
      "No opinion so far.",
    ],
  },
};

export const tuning = taken(tuningShelf);

/** A shelf as a list. */
export function taken(shelf: Shelf): ReadComment[] {
  return (["fr", "en"] as const).flatMap((language) =>
    (["positive", "negative", "neutral"] as const).flatMap((lean) =>
      shelf[language][lean].map((text) => ({ text, language, lean })),
    ),
  );
}
