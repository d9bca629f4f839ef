import { at, both, card, type Template, unmet } from "./template.ts";

/** A member of a health mutual, from joining to a reimbursement that is understood. */
export const mutual: Template = {
  key: "mutual",
  kind: "journey",
  sector: "mutual",
  name: both("Vie d’adhérent d’une mutuelle", "Life as a member of a health mutual"),
  summary: both(
    "Adhérer, se soigner, être remboursé, demander de l’aide un jour difficile : là où naissent la moitié des appels.",
    "Joining, being treated, being reimbursed, asking for help on a hard day: where half of all calls begin.",
  ),
  lanes: [
    "keyMoment",
    "touchpoint",
    "measure",
    "emotion",
    "ask",
    "expectation",
    "delight",
    "irritant",
    "promise",
    "opportunity",
  ],
  stages: [
    {
      name: both("Adhérer", "Joining"),
      phase: "conversion",
      steps: [
        {
          name: both("Je compare les garanties", "I compare the cover"),
          mood: -1,
          touchpoints: [at("web", both("Tableau des garanties", "Table of benefits"), { importance: 4 })],
          cards: {
            ask: [card("Combien pour mes lunettes, au juste ?", "How much for my glasses, exactly?")],
            irritant: [
              card("Des pourcentages d’une base que personne ne connaît", "Percentages of a base that nobody knows", {
                severity: 4,
                frequency: 5,
              }),
            ],
            opportunity: [
              card("Des exemples en euros, par soin", "Examples in money, for each treatment", { value: 5, effort: 2 }),
            ],
          },
        },
        {
          name: both("J’adhère", "I join"),
          mood: 0,
          touchpoints: [
            at("phone", both("Conseiller adhésion", "Membership adviser"), { isTruth: true }),
            at("web", both("Adhésion en ligne", "Online joining"), { importance: 4 }),
          ],
          cards: { promise: [card("Résilier l’ancienne à votre place", "Ending the old one for you")] },
        },
        {
          name: both("Je reçois ma carte", "I receive my card"),
          mood: 1,
          touchpoints: [
            at("post", both("Carte d’adhérent", "Member’s card"), { isOutgoing: true, importance: 4 }),
            at("app", both("Carte dématérialisée", "Digital card"), { importance: 4 }),
          ],
          cards: {
            delight: [card("La carte est dans le téléphone le jour même", "The card is in the phone the same day")],
          },
        },
      ],
    },
    {
      name: both("Se soigner", "Being treated"),
      phase: "afterSales",
      steps: [
        {
          key: "estimate",
          name: both("Je demande ce que je vais payer", "I ask what I shall pay"),
          mood: -1,
          touchpoints: [
            at("app", both("Estimation de remboursement", "Reimbursement estimate"), { importance: 5 }),
            at("phone", both("Appel devis dentaire", "Dental quote call"), { isTruth: true }),
          ],
          cards: {
            ask: [card("Est-ce que je peux accepter ce devis ?", "Can I accept this quote?")],
            expectation: [unmet("Une réponse avant mon rendez-vous", "An answer before my appointment")],
          },
        },
        {
          key: "advance",
          name: both("Je présente ma carte au professionnel", "I show my card to the practitioner"),
          mood: 0,
          touchpoints: [at("service", both("Tiers payant", "Direct payment"), { isTruth: true })],
          cards: {
            irritant: [
              card("Le tiers payant est refusé au comptoir", "Direct payment is refused at the counter", {
                severity: 5,
                frequency: 2,
              }),
            ],
            keyMoment: [card("La gêne devant les autres patients", "The embarrassment before other patients")],
          },
        },
        {
          name: both("Je suis remboursé", "I am reimbursed"),
          mood: 1,
          touchpoints: [
            at("app", both("Relevé de remboursement", "Reimbursement statement"), { isOutgoing: true, importance: 4 }),
          ],
          cards: {
            delight: [card("Deux jours, sans rien envoyer", "Two days, without sending anything")],
            irritant: [
              card("Un reste à charge sans explication", "An unexplained remainder to pay", {
                severity: 4,
                frequency: 4,
              }),
            ],
          },
        },
      ],
    },
    {
      name: both("Les jours difficiles", "Hard days"),
      steps: [
        {
          name: both("J’annonce une hospitalisation", "I announce a hospital stay"),
          mood: -2,
          touchpoints: [at("phone", both("Prise en charge hospitalière", "Hospital cover"), { isTruth: true })],
          cards: {
            keyMoment: [card("On se souviendra de cet appel", "This call will be remembered")],
            expectation: [card("Une personne, pas un formulaire", "A person, not a form")],
            promise: [card("Un même interlocuteur jusqu’au retour", "One person until the return home")],
          },
        },
        {
          name: both("Je demande une aide", "I ask for support"),
          mood: -1,
          touchpoints: [at("service", both("Action sociale", "Social support"), { importance: 5 })],
          cards: {
            irritant: [
              card("Personne ne m’avait dit que cela existait", "Nobody had told me that it existed", {
                severity: 4,
                frequency: 3,
              }),
            ],
            opportunity: [
              card("La proposer à la première alerte", "Offer it at the first sign", { value: 5, effort: 2 }),
            ],
          },
        },
      ],
    },
    {
      name: both("Rester", "Staying"),
      steps: [
        {
          name: both("Je reçois ma cotisation de l’année", "I receive this year’s contribution"),
          mood: -1,
          touchpoints: [at("post", both("Avis d’échéance", "Renewal notice"), { isOutgoing: true, importance: 5 })],
          cards: {
            ask: [card("Pourquoi plus cher, à soins égaux ?", "Why dearer, for the same care?")],
            opportunity: [
              card("Joindre le bilan de l’année de l’adhérent", "Enclose the member’s year in review", {
                value: 4,
                effort: 2,
              }),
            ],
          },
        },
        {
          name: both("Je fais évoluer mon contrat", "I change my cover"),
          mood: 0,
          touchpoints: [
            at("phone", both("Rendez-vous bilan", "Review appointment"), { isOutgoing: true, importance: 3 }),
          ],
          cards: { delight: [card("On me propose moins de garanties", "I am offered less cover")] },
        },
      ],
    },
  ],
  links: [
    {
      kind: "break",
      from: "estimate",
      to: "advance",
      name: both("l’estimation n’est pas celle du comptoir", "the estimate is not that of the counter"),
    },
  ],
};
