import { at, both, card, type Template, unmet } from "./template.ts";

/** A contract between firms: many people on the customer's side, one relation that lasts. */
export const b2b: Template = {
  key: "b2b",
  kind: "journey",
  sector: "b2b",
  name: both("Contrat de services entre entreprises", "Service contract between firms"),
  summary: both(
    "Du premier besoin au renouvellement, avec tous ceux qui décident, utilisent et paient chez le client.",
    "From the first need to renewal, with all who decide, use and pay on the customer’s side.",
  ),
  lanes: [
    "actor",
    "touchpoint",
    "measure",
    "emotion",
    "expectation",
    "delight",
    "irritant",
    "riskZone",
    "team",
    "opportunity",
  ],
  isCycle: true,
  stages: [
    {
      name: both("Choisir", "Choosing"),
      phase: "consideration",
      steps: [
        {
          name: both("Je formule notre besoin", "I put our need into words"),
          mood: 0,
          touchpoints: [
            at("web", both("Études de cas", "Case studies"), { importance: 3 }),
            at("wordOfMouth", both("Pairs du secteur", "Peers of the trade"), { importance: 4 }),
          ],
          cards: { actor: [card("Directeur métier, futur utilisateur", "Business head, future user")] },
        },
        {
          name: both("Je consulte des prestataires", "I consult suppliers"),
          mood: -1,
          touchpoints: [at("email", both("Réponse à l’appel d’offres", "Answer to the tender"), { importance: 5 })],
          cards: {
            actor: [card("Acheteur", "Buyer")],
            irritant: [card("Une réponse passe-partout", "A one-size answer", { severity: 3, frequency: 4 })],
            team: [card("Commerce, avant-vente", "Sales, pre-sales")],
          },
        },
        {
          name: both("Je rencontre l’équipe", "I meet the team"),
          mood: 1,
          touchpoints: [at("service", both("Soutenance", "Pitch meeting"), { isTruth: true })],
          cards: {
            expectation: [card("Voir ceux qui feront vraiment", "Meeting those who will really do it")],
            delight: [card("Ils ont parlé à nos utilisateurs", "They talked to our users")],
          },
        },
      ],
    },
    {
      name: both("Démarrer", "Starting"),
      phase: "conversion",
      steps: [
        {
          key: "sign",
          name: both("Je signe le contrat", "I sign the contract"),
          mood: 0,
          touchpoints: [at("email", both("Échanges contractuels", "Contract exchanges"), { importance: 4 })],
          cards: {
            actor: [card("Juriste, direction financière", "Lawyer, finance")],
            irritant: [
              card("Deux mois pour trois clauses", "Two months for three clauses", { severity: 3, frequency: 3 }),
            ],
          },
        },
        {
          key: "kickoff",
          name: both("Je lance le projet", "I start the project"),
          mood: -1,
          touchpoints: [at("service", both("Réunion de lancement", "Kick-off meeting"), { isTruth: true })],
          cards: {
            irritant: [
              card("Il faut tout réexpliquer à l’équipe projet", "All must be explained again to the project team", {
                severity: 4,
                frequency: 4,
              }),
            ],
            riskZone: [
              card("Les promesses orales de l’avant-vente", "What was promised orally before the sale", {
                severity: 5,
                frequency: 3,
              }),
            ],
            team: [card("Chef de projet, support", "Project manager, support")],
            opportunity: [
              card("Une passation écrite, relue par le client", "A written handover, read by the customer", {
                value: 5,
                effort: 1,
              }),
            ],
          },
        },
        {
          name: both("Je forme mes équipes", "I train my teams"),
          mood: 0,
          touchpoints: [at("service", both("Formation des utilisateurs", "User training"), { importance: 4 })],
          cards: { actor: [card("Utilisateurs, référent interne", "Users, internal expert")] },
        },
      ],
    },
    {
      name: both("Travailler ensemble", "Working together"),
      phase: "afterSales",
      steps: [
        {
          name: both("Je signale un incident", "I report an incident"),
          mood: -2,
          touchpoints: [
            at("web", both("Portail de support", "Support portal"), { isTruth: true }),
            at("phone", both("Astreinte", "On-call line"), { importance: 5 }),
          ],
          cards: {
            expectation: [unmet("Savoir qui s’en occupe", "Knowing who is on it")],
            irritant: [
              card("« Ticket clos » sans solution", "“Ticket closed” without a solution", {
                severity: 5,
                frequency: 3,
              }),
            ],
            riskZone: [
              card("Trois incidents dans le mois d’une échéance", "Three incidents in a month of renewal", {
                severity: 5,
                frequency: 2,
              }),
            ],
          },
        },
        {
          name: both("Je fais le point avec mon interlocuteur", "I take stock with my contact"),
          mood: 1,
          touchpoints: [at("service", both("Comité de pilotage", "Steering committee"), { importance: 4 })],
          cards: {
            delight: [card("Il arrive avec une idée, pas avec un bilan", "They bring an idea, not a report")],
            actor: [card("Direction, une fois l’an", "Management, once a year")],
          },
        },
        {
          name: both("Je paie les factures", "I pay the invoices"),
          mood: -1,
          touchpoints: [at("email", both("Facturation", "Invoicing"), { isOutgoing: true, importance: 3 })],
          cards: {
            actor: [card("Comptabilité fournisseurs", "Accounts payable")],
            irritant: [
              card("Une ligne que personne ne relie au contrat", "A line that nobody can tie to the contract", {
                severity: 3,
                frequency: 3,
              }),
            ],
          },
        },
        {
          name: both("Je décide de renouveler", "I decide whether to renew"),
          mood: 0,
          touchpoints: [
            at("service", both("Bilan annuel", "Yearly review"), { isOutgoing: true, isTruth: true }),
            at("email", both("Enquête relationnelle", "Relationship survey"), { isOutgoing: true }),
          ],
          cards: {
            opportunity: [
              card("Interroger utilisateurs et acheteur séparément", "Ask users and buyer separately", {
                value: 5,
                effort: 2,
              }),
            ],
          },
        },
      ],
    },
  ],
  links: [{ kind: "break", from: "sign", to: "kickoff", name: both("l’équipe change", "the team changes") }],
};
