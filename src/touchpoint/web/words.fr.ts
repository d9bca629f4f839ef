import { channelKindWords } from "../labels.ts";
import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  title: "Points de contact",
  "shelf.touchpoints": "Points de contact",
  "shelf.channels": "Canaux",
  "shelf.teams": "Équipes",
  search: "Rechercher",
  "column.name": "Nom",
  "column.channel": "Canal",
  "column.initiator": "À l’initiative",
  "column.team": "Équipe",
  "column.key": "Clé",
  "column.kind": "Nature",
  "column.actions": "Actions",
  nameOf: "Nom de {{name}}",
  channelOf: "Canal de {{name}}",
  initiatorOf: "Qui est à l’initiative de {{name}}",
  teamOf: "Équipe de {{name}}",
  kindOf: "Nature de {{name}}",
  noChannel: "sans canal",
  noTeam: "sans équipe",
  "initiator.customer": "du client",
  "initiator.company": "de l’entreprise",
  add: "Ajouter",
  "new.touchpoints": "Nom du nouveau point de contact",
  "newHint.touchpoints": "Nouveau point de contact : son nom, puis Entrée",
  "new.channels": "Nom du nouveau canal",
  "newHint.channels": "Nouveau canal : son nom, puis Entrée",
  "new.teams": "Nom de la nouvelle équipe",
  "newHint.teams": "Nouvelle équipe : son nom, puis Entrée",
  deleteText: "La suppression de la bibliothèque est définitive.",
  "inUse.touchpoints":
    "Suppression impossible : un parcours le montre, ou il a des contacts. Retirez-le des cartes, et supprimez les imports d’où viennent ses contacts.",
  "inUse.channels": "Suppression impossible : des points de contact l’utilisent. Donnez-leur d’abord un autre canal.",
  "inUse.teams":
    "Suppression impossible : des points de contact lui sont confiés. Donnez-leur d’abord une autre équipe.",
  nothingFound: "Rien avec « {{typed}} ».",
  "none.touchpoints":
    "Pas encore de point de contact. Tapez le nom du premier, ou importez un fichier : ses points de contact viennent avec.",
  "none.channels": "Pas encore de canal : magasin, web, téléphone… Tapez le nom du premier.",
  "none.teams": "Pas encore d’équipe. Une équipe répond de ses points de contact.",
  "start.title": "Où rencontrez-vous vos clients ?",
  "start.text":
    "Un point de contact, c’est une étape vécue sur un canal : « Conseil en rayon », « SMS de livraison ». Écrit une fois ici, il est mesuré une fois et montré sur toutes les cartes.",
  "start.import": "Importer un fichier",
  "start.usual": "Commencer par les canaux courants",
  "pick.search": "Chercher ou créer un point de contact",
  "pick.create": "Créer « {{name}} »",
  ...channelKindWords.fr,
};
