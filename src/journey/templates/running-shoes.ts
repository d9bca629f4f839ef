import { at, both, card, type Template, unmet } from "./template.ts";

/** A purchase told by the phases of the decision, from a pair seen on somebody else's feet to the next pair. */
export const runningShoes: Template = {
  key: "running-shoes",
  kind: "journey",
  sector: "retail",
  name: both("Chaussures de course, phase par phase", "Running shoes, phase by phase"),
  summary: both(
    "De la notoriété à l’après-vente, puis la boucle : un modèle court pour comprendre les phases d’une décision d’achat.",
    "From awareness to after-sales and round again: a short template to understand the phases of a purchase.",
  ),
  lanes: [
    "touchpoint",
    "measure",
    "emotion",
    "think",
    "expectation",
    "companyMeasure",
    "dataCollected",
    "irritant",
    "opportunity",
  ],
  isCycle: true,
  stages: [
    {
      name: both("Notoriété", "Awareness"),
      phase: "awareness",
      steps: [
        {
          name: both("Je remarque la paire d’un autre coureur", "I notice another runner’s pair"),
          mood: 1,
          touchpoints: [at("wordOfMouth", both("Coureurs du club", "Runners of the club"), { importance: 4 })],
          cards: {
            think: [card("Il court plus léger que moi", "He runs lighter than I do")],
            companyMeasure: [card("Prêter des paires d’essai aux clubs", "Lend trial pairs to clubs")],
            dataCollected: [card("Notoriété spontanée, deux fois l’an", "Unprompted awareness, twice a year")],
          },
        },
      ],
    },
    {
      name: both("Faveur", "Favorability"),
      phase: "favorability",
      steps: [
        {
          name: both("Je pose des questions sur ce modèle", "I ask about that model"),
          mood: 1,
          touchpoints: [
            at("wordOfMouth", both("Coureurs du club", "Runners of the club"), { importance: 4 }),
            at("poster", both("Affiche en ville", "Poster in town"), { isOutgoing: true, importance: 2 }),
          ],
          cards: {
            think: [card("Le prix fait réfléchir", "The price gives pause")],
            expectation: [card("Un avis sincère sur l’amorti", "An honest opinion on cushioning")],
          },
        },
      ],
    },
    {
      name: both("Considération", "Consideration"),
      phase: "consideration",
      steps: [
        {
          name: both("Je constate que mes semelles sont usées", "I see that my soles are worn"),
          mood: -1,
          cards: { think: [card("Je ne finirai pas la saison avec", "They will not last the season")] },
        },
        {
          name: both("Je lis des avis et des comparatifs", "I read reviews and comparisons"),
          mood: 0,
          touchpoints: [
            at("social", both("Forum de coureurs", "Runners’ forum"), { importance: 4 }),
            at("web", both("Site d’avis", "Review site"), { importance: 4 }),
          ],
          cards: {
            irritant: [
              card("Des avis d’experts, aucun d’un coureur comme moi", "Expert reviews, none by a runner like me", {
                severity: 3,
                frequency: 3,
              }),
            ],
            companyMeasure: [card("Répondre à chaque avis sous deux jours", "Answer each review within two days")],
            opportunity: [
              card("Trier les avis par poids, allure et terrain", "Sort reviews by weight, pace and ground", {
                value: 4,
                effort: 2,
              }),
            ],
          },
        },
      ],
    },
    {
      name: both("Intention d’achat", "Intent to purchase"),
      phase: "intent",
      steps: [
        {
          name: both("Je vérifie les caractéristiques", "I check the specifications"),
          mood: 0,
          touchpoints: [at("web", both("Site de la marque", "Brand website"), { importance: 4 })],
          cards: {
            dataCollected: [
              card(
                "Visites de la fiche produit, retours à la liste",
                "Visits of the product page, returns to the list",
              ),
            ],
          },
        },
        {
          name: both("J’essaie en magasin", "I try them on in a shop"),
          mood: 2,
          touchpoints: [at("shop", both("Essayage en magasin", "Trying on in the shop"), { isTruth: true })],
          cards: {
            expectation: [unmet("Courir vraiment avant de payer", "Really running before paying")],
            opportunity: [
              card("Un tapis et une analyse de foulée", "A treadmill and a stride analysis", { value: 5, effort: 4 }),
            ],
          },
        },
      ],
    },
    {
      name: both("Conversion", "Conversion"),
      phase: "conversion",
      steps: [
        {
          name: both("J’achète, en magasin ou en ligne", "I buy, in the shop or online"),
          mood: 1,
          touchpoints: [
            at("shop", both("Caisse du magasin", "Shop till"), { importance: 4 }),
            at("web", both("Commande en ligne", "Online order"), { isTruth: true }),
          ],
          cards: {
            irritant: [
              card("Ma pointure manque en magasin", "My size is missing in the shop", { severity: 4, frequency: 3 }),
            ],
            companyMeasure: [card("Commander la pointure depuis le rayon", "Order the size from the shelf")],
          },
        },
      ],
    },
    {
      name: both("Après-vente", "After-sales"),
      phase: "afterSales",
      steps: [
        {
          name: both("Je cours mes cent premiers kilomètres", "I run my first hundred kilometres"),
          mood: 2,
          touchpoints: [
            at("email", both("Message après un mois", "Message after a month"), { isOutgoing: true, importance: 3 }),
            at("email", both("Enquête de recommandation", "Recommendation survey"), { isOutgoing: true }),
          ],
          cards: { dataCollected: [card("NPS trente jours après l’achat", "NPS thirty days after purchase")] },
        },
        {
          name: both("Je conseille ma paire au club", "I recommend my pair at the club"),
          mood: 1,
          touchpoints: [at("wordOfMouth", both("Coureurs du club", "Runners of the club"), { importance: 5 })],
          cards: {
            opportunity: [
              card("Prévenir quand la semelle arrive en fin de vie", "Tell when the sole nears its end", {
                value: 4,
                effort: 3,
              }),
            ],
          },
        },
      ],
    },
  ],
};
