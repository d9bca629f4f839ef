import { inBoth } from "./bilingual.ts";
import { delight, expectation, irritant, opportunity, place, promise, type PlannedJourney } from "./plan.ts";

export const kitchenJourney: PlannedJourney = {
  key: "kitchen",
  name: inBoth("Rénover sa cuisine", "Renovating a kitchen"),
  lanes: ["touchpoint", "measure", "emotion", "expectation", "irritant", "delight", "promise", "opportunity"],
  links: [
    {
      kind: "break",
      from: "quote",
      to: "settle",
      name: inBoth("devis perdu", "quote lost"),
    },
    { kind: "return", from: "receive", to: "wait", name: inBoth("colis manquant", "missing box") },
  ],
  stages: [
    {
      id: "inspiration",
      name: inBoth("Inspiration", "Inspiration"),
      steps: [
        {
          id: "discover",
          name: inBoth("Je découvre l’idée", "I come across the idea"),
          emotion: { anxious: 0, autonomous: 0.5 },
          placements: [place("poster", 1), place("radio-spot", 1)],
          cards: [
            expectation("Qu’on me montre que c’est à ma portée", "Show me that it is within my reach"),
            promise("Votre cuisine, pas celle du catalogue", "Your kitchen, not the catalogue’s"),
          ],
        },
        {
          id: "browse",
          name: inBoth("Je cherche des idées", "I look for ideas"),
          emotion: { anxious: 0.5, autonomous: 1 },
          placements: [place("web-inspiration", 2), place("app-projects", 2)],
          cards: [
            irritant("De belles photos, jamais le prix à côté", "Lovely photos, never a price beside them"),
            delight("Je garde mes idées et je les partage à la maison", "I keep my ideas and share them at home", {
              personas: ["autonomous"],
            }),
          ],
        },
      ],
    },
    {
      id: "project",
      name: inBoth("Projet", "Project"),
      steps: [
        {
          id: "compare",
          name: inBoth("Je compare et je demande conseil", "I compare and ask for advice"),
          emotion: { anxious: 1, autonomous: 0 },
          placements: [place("shop-advice", 4, { momentOfTruth: true }), place("chat-advice", 3)],
          cards: [
            expectation("Un avis sincère, même s’il coûte une vente", "An honest opinion, even if it costs a sale"),
            delight("Un vendeur qui a posé lui-même sa cuisine", "An adviser who fitted his own kitchen"),
            promise("Un conseil de quelqu’un qui l’a fait", "Advice from someone who has done it"),
          ],
        },
        {
          id: "quote",
          name: inBoth("Je fais mon devis", "I get my quote"),
          emotion: { anxious: -1, autonomous: -0.5, target: 1 },
          placements: [place("web-quote", 4), place("shop-quote", 4)],
          cards: [
            expectation("Un prix complet, pose comprise", "A full price, fitting included"),
            irritant(
              "Le devis perd les mesures si je change d’appareil",
              "The quote loses my measurements when I change device",
              {
                severity: 4,
                frequency: 4,
                evidence: inBoth("verbatims du devis en ligne", "comments on the online quote"),
              },
            ),
            promise("Un prix en dix minutes", "A price in ten minutes"),
          ],
        },
      ],
    },
    {
      id: "purchase",
      name: inBoth("Achat", "Purchase"),
      steps: [
        {
          id: "settle",
          name: inBoth("Je valide mon projet en magasin", "I settle my project in the shop"),
          emotion: { anxious: -0.5, autonomous: -1, target: 1 },
          placements: [place("shop-appointment", 5, { momentOfTruth: true })],
          cards: [
            expectation("Qu’on reparte de mon devis, pas de zéro", "Start from my quote, not from nothing", {
              isMet: false,
            }),
            irritant(
              "Je redonne toutes les mesures déjà saisies en ligne",
              "I give again every measurement I typed in online",
              { severity: 4, frequency: 5, evidence: inBoth("observation en magasin", "watched in the shop") },
            ),
            irritant("Le prix du magasin n’est pas celui du site", "The shop’s price is not the website’s", {
              severity: 3,
              frequency: 2,
            }),
            opportunity("Un seul numéro de devis, du web au magasin", "One quote number, from the web to the shop", {
              value: 5,
              effort: 3,
            }),
          ],
        },
        {
          id: "order",
          name: inBoth("Je commande et je paie", "I order and pay"),
          emotion: { anxious: 0.5, autonomous: 1 },
          placements: [place("checkout-shop", 3), place("checkout-web", 3), place("order-email")],
          cards: [
            irritant("Pas de file pour les professionnels", "No queue for professionals"),
            delight("La remise fidélité passe toute seule", "The loyalty discount comes off by itself"),
          ],
        },
      ],
    },
    {
      id: "delivery",
      name: inBoth("Livraison", "Delivery"),
      steps: [
        {
          id: "date",
          name: inBoth("Je choisis ma date", "I choose my date"),
          emotion: { anxious: 0, autonomous: 1.5 },
          placements: [place("delivery-date", 4)],
          cards: [
            expectation("Une seule date, la mienne", "One date, mine", { isMet: true }),
            delight("Un créneau de deux heures, choisi en deux clics", "A two-hour slot, picked in two clicks"),
            promise("La date dite est la date tenue", "The date we say is the date we keep"),
          ],
        },
        {
          id: "wait",
          name: inBoth("J’attends ma livraison", "I wait for my delivery"),
          emotion: { anxious: -2, autonomous: -1, target: 1 },
          placements: [place("delivery-tracking", 5, { momentOfTruth: true })],
          cards: [
            expectation(
              "Savoir où est ma cuisine sans avoir à appeler",
              "Know where my kitchen is without having to ring",
              { isMet: false },
            ),
            irritant("On m’annonce trois dates, aucune n’est tenue", "I am told three dates and none is kept", {
              severity: 5,
              frequency: 4,
              evidence: inBoth("verbatims du suivi de livraison", "comments on delivery tracking"),
            }),
            irritant("Le SMS dit demain, le site dit jeudi", "The text says tomorrow, the site says Thursday", {
              severity: 4,
              frequency: 3,
              evidence: inBoth("écoute du service client", "listening in at the service centre"),
            }),
            opportunity(
              "Le suivi du transporteur, en direct, dans nos SMS",
              "The carrier’s own tracking, live, in our texts",
              { value: 5, effort: 2 },
            ),
          ],
        },
        {
          id: "receive",
          name: inBoth("Je reçois ma cuisine", "My kitchen arrives"),
          emotion: { anxious: 0.5, autonomous: 1 },
          placements: [place("delivery", 5)],
          cards: [
            irritant("Il manque un colis et je l’apprends au déballage", "A box is missing and I find out unpacking"),
            delight("Les livreurs reprennent les cartons", "The drivers take the cardboard away"),
          ],
        },
      ],
    },
    {
      id: "living",
      name: inBoth("Pose et usage", "Fitting and living"),
      steps: [
        {
          id: "fit",
          name: inBoth("Je pose, je me fais aider", "I fit it, with some help"),
          emotion: { anxious: -1, autonomous: 0.5 },
          placements: [place("phone-help", 4), place("fitting-videos", 3)],
          cards: [
            irritant("Rappel promis, jamais venu", "A promised call back that never came", {
              severity: 4,
              frequency: 2,
              evidence: inBoth("dossiers du service client", "service-centre cases"),
              personas: ["anxious"],
            }),
            delight("On reste en ligne pendant que je perce", "Someone stays on the line while I drill"),
            promise("Jamais seul devant un mur", "Never alone in front of a wall"),
          ],
        },
        {
          id: "solve",
          name: inBoth("Je règle un souci", "I sort out a problem"),
          emotion: { anxious: -1.5, target: 0.5 },
          placements: [place("after-sales", 4)],
          cards: [
            expectation("Un seul interlocuteur jusqu’au bout", "One person to talk to, to the end"),
            irritant("Trois interlocuteurs, trois réponses", "Three people, three answers"),
          ],
        },
        {
          id: "tell",
          name: inBoth("J’en parle autour de moi", "I tell people about it"),
          emotion: { anxious: 1, autonomous: 1.5 },
          placements: [place("satisfaction-survey", 2), place("online-review", 2)],
          cards: [delight("Je montre ma cuisine finie", "I show off my finished kitchen")],
        },
      ],
    },
  ],
};
