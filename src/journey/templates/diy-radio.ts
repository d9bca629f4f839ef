import { at, both, card, type Template, unmet } from "./template.ts";

/** A product launch heard on the radio and read in the paper, bought online or in the shop: what is started offline is hard to track. */
export const diyRadio: Template = {
  key: "diy-radio",
  kind: "journey",
  sector: "home",
  name: both("Lancement d’un produit de bricolage", "Launch of a DIY product"),
  summary: both(
    "Un spot radio et une annonce locale, deux chemins jusqu’à l’achat : hors ligne et en ligne, avec ce qui se mesure et ce qui échappe.",
    "A radio spot and a local advertisement, two ways to the purchase: offline and online, with what can be measured and what escapes.",
  ),
  lanes: [
    "touchpoint",
    "measure",
    "emotion",
    "ask",
    "expectation",
    "companyMeasure",
    "dataCollected",
    "irritant",
    "opportunity",
  ],
  stages: [
    {
      name: both("Entendre parler", "Hearing of it"),
      phase: "awareness",
      steps: [
        {
          name: both("J’entends le spot en voiture", "I hear the spot in the car"),
          mood: 0,
          touchpoints: [at("radio", both("Spot radio", "Radio spot"), { isOutgoing: true, importance: 3 })],
          cards: {
            ask: [card("C’est quel nom, déjà ?", "What was the name again?")],
            companyMeasure: [card("Un nom court, répété deux fois", "A short name, said twice")],
            dataCollected: [
              card(
                "Non suivi : demander en caisse d’où vient l’idée",
                "Not tracked: ask at the till where the idea came from",
              ),
            ],
          },
        },
        {
          name: both("Je vois l’annonce dans le journal", "I see the advertisement in the paper"),
          mood: 1,
          touchpoints: [
            at("press", both("Annonce du journal local", "Local paper advertisement"), {
              isOutgoing: true,
              importance: 3,
            }),
          ],
          cards: {
            expectation: [card("Le prix et le magasin le plus proche", "The price and the nearest shop")],
            dataCollected: [card("Un code propre à chaque journal", "A code of its own for each paper")],
          },
        },
      ],
    },
    {
      name: both("Se renseigner", "Finding out"),
      phase: "consideration",
      steps: [
        {
          key: "search",
          name: both("Je cherche le produit en ligne", "I look for the product online"),
          mood: 0,
          touchpoints: [
            at("web", both("Page du produit", "Product page"), { isTruth: true }),
            at("social", both("Vidéo d’un bricoleur", "A handyman’s video"), { importance: 4 }),
          ],
          cards: {
            ask: [card("Est-ce que ça marche sur mon mur ?", "Does it work on my wall?")],
            irritant: [
              card("La recherche renvoie à trois noms différents", "The search leads to three different names", {
                severity: 4,
                frequency: 3,
              }),
            ],
            dataCollected: [
              card("Recherches sans résultat, arrivées par code", "Searches without result, arrivals by code"),
            ],
          },
        },
        {
          key: "aisle",
          name: both("Je demande un conseil en rayon", "I ask for advice in the aisle"),
          mood: -1,
          touchpoints: [at("shop", both("Conseil en rayon", "Advice in the aisle"), { isTruth: true })],
          cards: {
            expectation: [unmet("Une démonstration", "A demonstration")],
            irritant: [
              card("Le vendeur découvre le produit avec moi", "The assistant discovers the product with me", {
                severity: 4,
                frequency: 4,
              }),
            ],
            companyMeasure: [card("Former les rayons avant le spot", "Train the aisles before the spot")],
          },
        },
      ],
    },
    {
      name: both("Acheter", "Buying"),
      phase: "conversion",
      steps: [
        {
          key: "online",
          name: both("Je commande en ligne", "I order online"),
          mood: 1,
          touchpoints: [
            at("web", both("Commande en ligne", "Online order"), { importance: 5 }),
            at("delivery", both("Livraison à domicile", "Home delivery"), { isOutgoing: true, importance: 4 }),
          ],
          cards: { dataCollected: [card("CES à la fin de la commande", "CES at the end of the order")] },
        },
        {
          key: "till",
          name: both("Je passe en caisse", "I go through the till"),
          mood: -1,
          touchpoints: [at("shop", both("File d’attente en caisse", "Queue at the till"), { importance: 4 })],
          cards: {
            irritant: [
              card("Dix minutes de file un samedi", "Ten minutes of queue on a Saturday", {
                severity: 3,
                frequency: 4,
              }),
            ],
            dataCollected: [card("Borne à trois visages en sortie", "A three-face terminal at the exit")],
          },
        },
      ],
    },
    {
      name: both("Utiliser", "Using it"),
      phase: "afterSales",
      steps: [
        {
          name: both("Je fais mes travaux", "I do the job"),
          mood: 1,
          touchpoints: [
            at("web", both("Tutoriel vidéo", "Video tutorial"), { importance: 4 }),
            at("phone", both("Assistance téléphonique", "Telephone help"), { importance: 4 }),
          ],
          cards: {
            ask: [card("Combien de temps de séchage ?", "How long does it dry?")],
            opportunity: [
              card("Un code sur l’emballage vers le bon tutoriel", "A code on the pack to the right tutorial", {
                value: 4,
                effort: 1,
              }),
            ],
          },
        },
        {
          name: both("J’en parle autour de moi", "I talk about it"),
          mood: 1,
          touchpoints: [
            at("wordOfMouth", both("Voisins et famille", "Neighbours and family")),
            at("email", both("Demande d’avis", "Request for a review"), { isOutgoing: true, importance: 3 }),
          ],
          cards: {
            dataCollected: [
              card("CSAT et avis trois semaines après l’achat", "CSAT and review three weeks after purchase"),
            ],
          },
        },
      ],
    },
  ],
  links: [
    { kind: "or", from: "search", to: "aisle" },
    { kind: "or", from: "online", to: "till" },
    {
      kind: "break",
      from: "search",
      to: "aisle",
      name: both("le panier en ligne est inconnu en magasin", "the online basket is unknown in the shop"),
    },
  ],
};
