import { at, both, card, type Template } from "./template.ts";

/** An entitlement asked of an administration, from both sides of the counter. */
export const publicService: Template = {
  key: "public-service",
  kind: "blueprint",
  sector: "public",
  name: both("Démarche auprès d’un service public", "Applying to a public service"),
  summary: both(
    "Une demande d’aide, de l’information à la notification : l’usager, l’agent, l’instruction, et ceux que le numérique laisse de côté.",
    "Asking for a benefit, from information to decision: user, agent, examination, and those whom digital services leave aside.",
  ),
  lanes: [
    "action",
    "touchpoint",
    "measure",
    "emotion",
    "interactionLine",
    "frontOffice",
    "visibilityLine",
    "backOffice",
    "internalLine",
    "support",
    "system",
    "irritant",
    "opportunity",
  ],
  stages: [
    {
      name: both("Comprendre", "Understanding"),
      steps: [
        {
          name: both("J’apprends que j’y ai peut-être droit", "I learn that I may be entitled"),
          mood: 0,
          touchpoints: [
            at("wordOfMouth", both("Travailleur social, proches", "Social worker, relatives"), { importance: 4 }),
            at("web", both("Page d’information", "Information page"), { importance: 4 }),
          ],
          cards: {
            action: [card("Cherche les conditions avec ses propres mots", "Looks for the conditions in own words")],
            backOffice: [card("Le service juridique traduit les textes", "Legal puts the rules into words")],
            irritant: [card("Des sigles à chaque ligne", "Acronyms in every line", { severity: 3, frequency: 5 })],
          },
        },
        {
          name: both("Je vérifie si j’y ai droit", "I check whether I am entitled"),
          mood: -1,
          touchpoints: [
            at("web", both("Simulateur de droits", "Entitlement simulator"), { importance: 5 }),
            at("phone", both("Plateforme téléphonique", "Telephone service"), { isTruth: true }),
          ],
          cards: {
            action: [card("Répond à vingt questions", "Answers twenty questions")],
            frontOffice: [
              card(
                "Un téléconseiller oriente sans voir le dossier",
                "A telephone agent advises without seeing the file",
              ),
            ],
            system: [card("Moteur de règles", "Rules engine")],
            opportunity: [
              card("Reprendre la simulation dans la demande", "Carry the simulation into the application", {
                value: 5,
                effort: 3,
              }),
            ],
          },
        },
      ],
    },
    {
      name: both("Demander", "Applying"),
      steps: [
        {
          key: "form",
          name: both("Je remplis la demande", "I fill in the application"),
          mood: -1,
          touchpoints: [
            at("web", both("Téléprocédure", "Online form"), { isTruth: true }),
            at("shop", both("Accueil au guichet", "Counter"), { isTruth: true }),
          ],
          cards: {
            action: [card("S’y reprend à trois fois, ou vient se faire aider", "Tries three times, or comes for help")],
            frontOffice: [card("L’agent remplit avec l’usager", "The agent fills it in with the user")],
            support: [
              card("Les espaces numériques partenaires prêtent un poste", "Partner digital centres lend a computer"),
            ],
            irritant: [
              card("La session expire sans enregistrer", "The session ends without saving", {
                severity: 5,
                frequency: 3,
              }),
            ],
          },
        },
        {
          name: both("Je joins mes justificatifs", "I attach my documents"),
          mood: -1,
          touchpoints: [
            at("web", both("Dépôt de pièces", "Document upload"), { importance: 4 }),
            at("post", both("Envoi postal", "Post"), { importance: 3 }),
          ],
          cards: {
            action: [card("Photographie des papiers froissés", "Photographs crumpled papers")],
            backOffice: [card("Numérisation et indexation du courrier", "Scanning and indexing of the post")],
            opportunity: [
              card(
                "Ne plus demander ce qu’une autre administration sait",
                "Stop asking what another administration knows",
                { value: 5, effort: 5 },
              ),
            ],
          },
        },
      ],
    },
    {
      name: both("Attendre", "Waiting"),
      steps: [
        {
          key: "follow",
          name: both("Je suis ma demande", "I follow my application"),
          mood: -2,
          touchpoints: [
            at("web", both("Suivi en ligne", "Online tracking"), { importance: 5 }),
            at("phone", both("Plateforme téléphonique", "Telephone service"), { importance: 4 }),
          ],
          cards: {
            action: [card("Appelle, rappelle, se déplace", "Calls, calls again, comes in person")],
            backOffice: [
              card("Instruction du dossier", "Examination of the file"),
              card("Contrôle sur échantillon", "Sample checks"),
            ],
            system: [
              card(
                "Outil d’instruction, échanges entre administrations",
                "Case tool, exchanges between administrations",
              ),
            ],
            irritant: [
              card("« En cours » pendant deux mois", "“In progress” for two months", { severity: 5, frequency: 5 }),
            ],
          },
        },
        {
          name: both("Je reçois la décision", "I receive the decision"),
          mood: 0,
          touchpoints: [at("post", both("Notification", "Decision letter"), { isOutgoing: true, isTruth: true })],
          cards: {
            action: [card("Fait lire la lettre par un proche", "Has the letter read by a relative")],
            backOffice: [card("Édition et signature", "Printing and signature")],
            opportunity: [
              card("Une première phrase qui dit oui ou non", "A first sentence that says yes or no", {
                value: 4,
                effort: 1,
              }),
            ],
          },
        },
      ],
    },
    {
      name: both("Après", "Afterwards"),
      steps: [
        {
          name: both("Je conteste ou je signale un changement", "I appeal or report a change"),
          mood: -1,
          touchpoints: [at("shop", both("Rendez-vous avec un agent", "Appointment with an agent"), { isTruth: true })],
          cards: {
            action: [
              card("Apporte tout le dossier, par peur d’un oubli", "Brings the whole file for fear of forgetting"),
            ],
            frontOffice: [card("L’agent explique la décision", "The agent explains the decision")],
            support: [card("Médiation", "Mediation")],
          },
        },
      ],
    },
  ],
  links: [{ kind: "return", from: "follow", to: "form", name: both("dossier incomplet", "incomplete file") }],
};
