import { at, both, card, type Template, unmet } from "./template.ts";

/** A first home loan, where a bank is judged for twenty years. */
export const bank: Template = {
  key: "bank",
  kind: "journey",
  sector: "bank",
  name: both("Crédit immobilier", "Home loan"),
  summary: both(
    "De la simulation au premier remboursement : qui décide, qui attend, et ce que le client sait à chaque instant.",
    "From simulation to first repayment: who decides, who waits, and what the customer knows at each moment.",
  ),
  lanes: [
    "keyMoment",
    "touchpoint",
    "measure",
    "emotion",
    "expectation",
    "delight",
    "irritant",
    "staffView",
    "promise",
    "opportunity",
  ],
  stages: [
    {
      name: both("Se projeter", "Picturing it"),
      phase: "consideration",
      steps: [
        {
          name: both("Je calcule ce que je peux emprunter", "I work out what I can borrow"),
          mood: 0,
          touchpoints: [at("web", both("Simulateur de crédit", "Loan simulator"), { importance: 4 })],
          cards: {
            irritant: [
              card("Il faut laisser son téléphone pour voir un taux", "One must leave a phone number to see a rate", {
                severity: 4,
                frequency: 4,
              }),
            ],
          },
        },
        {
          name: both("Je rencontre un conseiller", "I meet an adviser"),
          mood: 1,
          touchpoints: [
            at("shop", both("Rendez-vous en agence", "Meeting at the branch"), { isTruth: true }),
            at("phone", both("Rendez-vous à distance", "Remote meeting"), { importance: 4 }),
          ],
          cards: {
            keyMoment: [
              card("Être pris au sérieux, quel que soit l’apport", "Being taken seriously, whatever the deposit"),
            ],
            delight: [
              card(
                "Un conseiller qui parle du projet avant du taux",
                "An adviser who speaks of the project before the rate",
              ),
            ],
            staffView: [card("Quarante-cinq minutes pour trois logiciels", "Forty-five minutes for three programs")],
          },
        },
      ],
    },
    {
      name: both("Demander", "Applying"),
      phase: "intent",
      steps: [
        {
          key: "file",
          name: both("Je constitue mon dossier", "I put my file together"),
          mood: -1,
          touchpoints: [at("app", both("Dépôt du dossier", "File upload"), { importance: 5 })],
          cards: {
            irritant: [
              card("Des pièces que la banque possède déjà", "Papers that the bank already has", {
                severity: 4,
                frequency: 5,
              }),
            ],
            opportunity: [
              card("Préremplir avec les comptes du client", "Prefill from the customer’s accounts", {
                value: 5,
                effort: 3,
              }),
            ],
          },
        },
        {
          key: "wait",
          name: both("J’attends l’accord", "I wait for approval"),
          mood: -2,
          touchpoints: [
            at("app", both("Suivi de la demande", "Application tracking"), { isTruth: true }),
            at("phone", both("Appel au conseiller", "Call to the adviser"), { importance: 4 }),
          ],
          cards: {
            keyMoment: [card("Le vendeur attend aussi", "The seller waits as well")],
            expectation: [unmet("Une date à donner au vendeur", "A date to give the seller")],
            staffView: [
              card("Le conseiller n’en sait pas plus que le client", "The adviser knows no more than the customer"),
            ],
            promise: [card("Une réponse de principe en deux jours", "A decision in principle in two days")],
          },
        },
        {
          name: both("Je reçois l’offre", "I receive the offer"),
          mood: 1,
          touchpoints: [at("post", both("Offre de prêt", "Loan offer"), { isOutgoing: true, importance: 4 })],
          cards: {
            irritant: [
              card("Quarante pages, aucune qui résume", "Forty pages, none that sums up", {
                severity: 3,
                frequency: 5,
              }),
            ],
          },
        },
      ],
    },
    {
      name: both("Acheter", "Buying"),
      phase: "conversion",
      steps: [
        {
          name: both("Je signe chez le notaire", "I sign at the notary’s"),
          mood: 2,
          touchpoints: [
            at("service", both("Déblocage des fonds", "Release of the funds"), { isOutgoing: true, isTruth: true }),
          ],
          cards: {
            keyMoment: [card("Les fonds sont là, ou non", "The money is there, or not")],
            delight: [card("Un mot du conseiller le jour même", "A word from the adviser on the day")],
          },
        },
      ],
    },
    {
      name: both("Rembourser", "Repaying"),
      phase: "afterSales",
      steps: [
        {
          name: both("Je paie ma première échéance", "I pay my first instalment"),
          mood: 0,
          touchpoints: [
            at("email", both("Avis de première échéance", "Notice of first instalment"), {
              isOutgoing: true,
              importance: 3,
            }),
          ],
          cards: {
            irritant: [
              card("Un montant que je n’avais pas vu venir", "An amount I had not seen coming", {
                severity: 4,
                frequency: 2,
              }),
            ],
          },
        },
        {
          name: both("Je veux modifier mes mensualités", "I want to change my instalments"),
          mood: -1,
          touchpoints: [at("app", both("Modulation d’échéance", "Change of instalment"), { importance: 4 })],
          cards: {
            expectation: [card("Le faire seul et voir l’effet", "Doing it alone and seeing the effect")],
            opportunity: [card("Proposer un point annuel", "Offer a yearly review", { value: 4, effort: 2 })],
          },
        },
      ],
    },
  ],
  links: [{ kind: "return", from: "wait", to: "file", name: both("pièce complémentaire", "one more paper") }],
};
