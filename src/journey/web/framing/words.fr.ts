import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  title: "Cadrage",
  intro: "À convenir avant de cartographier : une carte échoue d’abord faute de but ou de bord.",
  readOnly: "Vous pouvez lire cette fiche. Pour la changer, demandez le rôle d’éditeur.",
  objective: "Objectif",
  objectiveHint: "Que doit-on décider ou changer grâce à cette carte ? Une phrase, avec un verbe.",
  scope: "Périmètre",
  scopeHint:
    "De quel moment à quel moment ? Ni trop fin (un écran, un appel) ni trop large (toute la relation) : dix à quinze étapes.",
  outOfScope: "Hors périmètre",
  outOfScopeHint:
    "Ce qu’on ne regardera pas, pour que personne ne l’attende. Les processus internes vont aux chantiers.",
  audience: "Clients",
  audienceHint: "Le parcours de qui ? Un segment ou un persona par carte : la carte de tout le monde n’existe pas.",
  data: "Données disponibles",
  dataHint: "Volumétrie, scores, verbatims, réclamations : ce qu’on sait déjà, d’où et de quand.",
  listening: "Écoute",
  listeningHint:
    "Comment on entend les clients : pas encore, enquêtes, entretiens, observation sur place. Ce qui n’est pas entendu est supposé, et la carte le dit.",
  team: "Équipe",
  teamHint: "Qui cartographie, de quels services ? Un service seul dessine son propre processus.",
  drivers: "Ce que l’entreprise en attend",
  driversHint: "Une carte se rattache à ce qu’elle doit faire bouger.",
  "driver.conversion": "Conversion",
  "driver.customerValue": "Valeur client",
  "driver.loyalty": "Fidélité",
  "driver.engagement": "Engagement",
  maturity: "Maturité",
  maturityHint: "De l’organisation en expérience client. Si elle est faible, dix étapes suffisent.",
  "maturity.none": "non dite",
  "maturity.low": "faible",
  "maturity.medium": "moyenne",
  "maturity.high": "forte",
};
