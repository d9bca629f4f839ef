import { type ReadComment, taken } from "./comments.testing.ts";

/** Written once the lexicons were: recall is told on these, and no word of a lexicon is chosen by them. */
export const heldOut: ReadComment[] = taken({
  fr: {
    positive: [
      "Le livreur a même monté le frigo au quatrième sans ascenseur.",
      "On m'a rappelé dans l'heure et tout est rentré dans l'ordre.",
      "Vendeuse passionnée qui connaît son rayon sur le bout des doigts.",
      "Commande passée dimanche, reçue mardi, rien ne manquait.",
      "trop contente de mn achat, ma mère en veu un aussi ❤️",
      "Je ne m'attendais pas à un suivi aussi sérieux, bravo à toute l'équipe.",
      "Pas une seule mauvaise surprise sur la facture, on sait ce qu'on paie.",
      "Les enfants ont eu un coin pour dessiner pendant qu'on signait, idée lumineuse.",
    ],
    negative: [
      "Deux heures coincés à la caisse avec une seule personne pour tout le magasin.",
      "Il manquait six vis et la notice était en allemand.",
      "Super, un bon de réduction valable uniquement le jour de ma panne.",
      "jlé renvoyé yora 3 semaine tjr rien sur mon compte",
      "Je n'ai jamais réussi à me connecter, le mot de passe n'est pas reconnu.",
      "La chambre sentait le tabac et les draps n'avaient pas été changés.",
      "Le conseiller ne m'a pas regardé une fois, il tapait sur son téléphone.",
      "Contrat reconduit sans me prévenir, quarante euros de frais pour partir.",
    ],
    neutral: [
      "J'habite à dix kilomètres du magasin.",
      "C'était pour un cadeau de départ à la retraite.",
      "Livraison rapide, par contre le tissu est de mauvaise qualité.",
      "Rien de particulier à signaler.",
    ],
  },
  en: {
    positive: [
      "The driver carried the fridge up four floors without a lift.",
      "Someone rang me within the hour and it was all put right.",
      "The saleswoman really knows her stuff, ask for Joan.",
      "Ordered Sunday, here by Tuesday, nothing missing.",
      "soooo chuffed with this, my mum wants 1 too ❤️",
      "I wasn't expecting such careful follow-up, bravo to the team.",
      "Not one bad surprise on the bill, you know what you are paying for.",
      "The kids had a corner to draw in while we signed, what a great idea.",
    ],
    negative: [
      "Two hours stuck at the till with a single person for the whole shop.",
      "Six screws were missing and the manual was in German.",
      "Oh lovely, a voucher that only works on the day my boiler is dead.",
      "sent it bak 3 wks ago n still nuthin in my account",
      "I have never managed to log in, it does not recognise my password.",
      "The room reeked of tobacco and the sheets had not been changed.",
      "The adviser didn't look up once, he was texting.",
      "Contract renewed without telling me, forty pounds to leave.",
    ],
    neutral: [
      "I live six miles from the shop.",
      "It was for a retirement present.",
      "Quick delivery, on the other hand the fabric is poor quality.",
      "Nothing in particular to report.",
    ],
  },
});
