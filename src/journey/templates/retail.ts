import { at, both, card, type Template, unmet } from "./template.ts";

/** Clothes or goods bought across web and shops, collected, returned, and a loyalty programme that lives. */
export const retail: Template = {
  key: "retail",
  kind: "journey",
  sector: "retail",
  name: both("Achat omnicanal en magasin et en ligne", "Buying across shop and web"),
  summary: both(
    "Repérer en ligne, essayer en magasin, retirer, retourner, revenir : les passages d’un canal à l’autre au premier plan.",
    "Spotting online, trying in the shop, collecting, returning, coming back: the passages between channels to the fore.",
  ),
  lanes: ["touchpoint", "measure", "emotion", "expectation", "delight", "irritant", "dataCollected", "opportunity"],
  isCycle: true,
  stages: [
    {
      name: both("Avant-vente", "Before the sale"),
      phase: "consideration",
      steps: [
        {
          name: both("Je repère un article", "I spot an article"),
          mood: 1,
          touchpoints: [
            at("social", both("Publication sponsorisée", "Sponsored post"), { isOutgoing: true, importance: 2 }),
            at("web", both("Page de l’article", "Article page"), { importance: 4 }),
          ],
          cards: { dataCollected: [card("Articles vus, mis de côté", "Articles seen, set aside")] },
        },
        {
          key: "stock",
          name: both("Je vérifie s’il est en magasin", "I check whether the shop has it"),
          mood: -1,
          touchpoints: [at("web", both("Stock par magasin", "Stock by shop"), { importance: 5 })],
          cards: {
            irritant: [
              card("Affiché disponible, introuvable en rayon", "Shown as available, nowhere on the shelf", {
                severity: 4,
                frequency: 4,
              }),
            ],
            expectation: [unmet("Le réserver avant de me déplacer", "Holding it before I set out")],
          },
        },
        {
          key: "try",
          name: both("J’essaie et je demande un avis", "I try it on and ask for an opinion"),
          mood: 1,
          touchpoints: [at("shop", both("Conseil en magasin", "Advice in the shop"), { isTruth: true })],
          cards: { delight: [card("Une vendeuse qui dit non", "An assistant who says no")] },
        },
      ],
    },
    {
      name: both("Vente", "The sale"),
      phase: "conversion",
      steps: [
        {
          name: both("Je paie", "I pay"),
          mood: 0,
          touchpoints: [
            at("shop", both("Caisse", "Till"), { importance: 4 }),
            at("app", both("Paiement mobile", "Mobile payment"), { importance: 3 }),
          ],
          cards: {
            irritant: [
              card("La carte de fidélité n’est pas reconnue", "The loyalty card is not recognised", {
                severity: 3,
                frequency: 3,
              }),
            ],
            dataCollected: [card("Ticket dématérialisé, consentement", "Digital receipt, consent")],
          },
        },
        {
          key: "order",
          name: both("Je commande la taille manquante", "I order the missing size"),
          mood: 0,
          touchpoints: [
            at("web", both("Commande en ligne", "Online order"), { isTruth: true }),
            at("email", both("Confirmation de commande", "Order confirmation"), { isOutgoing: true, importance: 2 }),
          ],
        },
        {
          key: "collect",
          name: both("Je retire ma commande", "I collect my order"),
          mood: -1,
          touchpoints: [
            at("sms", both("Commande prête", "Order ready"), { isOutgoing: true, importance: 4 }),
            at("shop", both("Comptoir de retrait", "Collection desk"), { isTruth: true }),
          ],
          cards: {
            irritant: [
              card("Même file que les retours", "The same queue as for returns", { severity: 3, frequency: 4 }),
            ],
            opportunity: [card("Un casier à l’entrée", "A locker at the entrance", { value: 4, effort: 3 })],
          },
        },
      ],
    },
    {
      name: both("Après-vente", "After the sale"),
      phase: "afterSales",
      steps: [
        {
          key: "return",
          name: both("Je rends un article", "I return an article"),
          mood: -1,
          touchpoints: [
            at("shop", both("Retour en magasin", "Return in the shop"), { isTruth: true }),
            at("post", both("Retour postal", "Postal return"), { importance: 3 }),
          ],
          cards: {
            expectation: [unmet("Être remboursé le jour même", "Being refunded the same day")],
            delight: [card("Aucune question posée", "No question asked")],
          },
        },
        {
          name: both("J’écris au service client", "I write to customer service"),
          mood: -2,
          touchpoints: [at("chat", both("Messagerie du service client", "Customer service chat"), { importance: 5 })],
          cards: {
            irritant: [
              card("L’historique du magasin est inconnu", "What happened in the shop is unknown", {
                severity: 4,
                frequency: 3,
              }),
            ],
          },
        },
        {
          name: both("J’utilise mes avantages", "I use my benefits"),
          mood: 1,
          touchpoints: [
            at("app", both("Programme de fidélité", "Loyalty programme"), { importance: 3 }),
            at("email", both("Offre d’anniversaire", "Birthday offer"), { isOutgoing: true, importance: 2 }),
          ],
          cards: {
            opportunity: [
              card("Rappeler ce que la carte a rapporté cette année", "Recall what the card brought this year", {
                value: 3,
                effort: 1,
              }),
            ],
          },
        },
      ],
    },
  ],
  links: [
    { kind: "break", from: "stock", to: "try", name: both("le stock affiché est faux", "the stock shown is wrong") },
    { kind: "return", from: "return", to: "order", name: both("échange de taille", "exchange of size") },
  ],
};
