import { at, both, card, type Template } from "./template.ts";

/** What happens in a bathroom every day, for those who make what is in it. */
export const bathroom: Template = {
  key: "bathroom",
  kind: "experience",
  sector: "home",
  name: both("Vivre sa salle de bains", "Living with a bathroom"),
  summary: both(
    "L’usage avant l’achat : les gestes du matin au soir, ce qui gêne, qui aide, et quand naît l’envie de changer.",
    "Use before purchase: what is done from morning to night, what is in the way, who helps, and when the wish to change arises.",
  ),
  lanes: [
    "do",
    "ask",
    "think",
    "feel",
    "emotion",
    "actor",
    "delight",
    "irritant",
    "riskZone",
    "touchpoint",
    "opportunity",
  ],
  stages: [
    {
      name: both("Le matin", "Morning"),
      steps: [
        {
          name: both("J’attends mon tour", "I wait my turn"),
          mood: -1,
          cards: {
            do: [card("Frappe à la porte, regarde l’heure", "Knocks on the door, looks at the clock")],
            think: [card("À cinq, une seule pièce ne suffit pas", "Five people, one room: it does not do")],
            feel: [card("Pressé", "Rushed")],
            actor: [card("Adolescents, conjoint", "Teenagers, partner")],
            irritant: [
              card("Tout le monde en même temps", "Everybody at the same time", { severity: 4, frequency: 5 }),
            ],
            opportunity: [
              card("Deux usages séparés dans une même pièce", "Two uses apart in one room", { value: 4, effort: 4 }),
            ],
          },
        },
        {
          name: both("Je me lave", "I wash"),
          mood: 1,
          cards: {
            do: [card("Règle l’eau trois fois", "Adjusts the water three times")],
            ask: [card("Combien d’eau est-ce que j’utilise ?", "How much water do I use?")],
            feel: [card("Le seul moment à soi", "The only moment of one’s own")],
            delight: [card("L’eau chaude tout de suite", "Hot water at once")],
            irritant: [
              card("La paroi garde le calcaire", "Limescale stays on the screen", { severity: 3, frequency: 5 }),
            ],
            riskZone: [card("Sol mouillé en sortant", "Wet floor when stepping out", { severity: 5, frequency: 3 })],
          },
        },
        {
          name: both("Je me prépare", "I get ready"),
          mood: 0,
          cards: {
            do: [card("Pose tout autour du lavabo", "Puts everything around the basin")],
            irritant: [
              card("Ni place ni lumière devant le miroir", "No room and no light at the mirror", {
                severity: 3,
                frequency: 5,
              }),
            ],
            think: [card("La lumière me donne mauvaise mine", "The light makes me look ill")],
          },
        },
      ],
    },
    {
      name: both("Au fil des jours", "Day by day"),
      steps: [
        {
          name: both("J’aide quelqu’un à se laver", "I help somebody wash"),
          mood: -1,
          cards: {
            do: [card("Se penche, soutient, s’agenouille", "Bends, supports, kneels")],
            ask: [card("Comment faire sans le brusquer ?", "How to do it without hurting?")],
            feel: [card("Tendresse et mal de dos", "Tenderness and a sore back")],
            actor: [card("Jeune enfant, parent âgé, aide à domicile", "Small child, ageing parent, home help")],
            riskZone: [card("Enjamber la baignoire", "Stepping over the bathtub", { severity: 5, frequency: 4 })],
            opportunity: [
              card("Un appui qui ne dit pas l’âge", "A support that does not show one’s age", { value: 5, effort: 3 }),
            ],
          },
        },
        {
          name: both("Je nettoie", "I clean"),
          mood: -1,
          cards: {
            do: [card("Frotte les joints", "Scrubs the joints")],
            think: [card("C’est conçu par quelqu’un qui ne nettoie pas", "Whoever designed it does not clean it")],
            irritant: [card("Des recoins hors d’atteinte", "Corners out of reach", { severity: 3, frequency: 4 })],
          },
        },
        {
          name: both("Je répare ou je fais réparer", "I repair it or have it repaired"),
          mood: -1,
          touchpoints: [
            at("web", both("Recherche de pièce détachée", "Search for a spare part"), { importance: 4 }),
            at("phone", both("Assistance du fabricant", "Maker’s helpline"), { isTruth: true }),
          ],
          cards: {
            do: [card("Cherche une référence effacée", "Looks for a worn-off reference")],
            ask: [card("Est-ce encore garanti ?", "Is it still under guarantee?")],
            actor: [card("Plombier, voisin bricoleur", "Plumber, handy neighbour")],
            opportunity: [
              card("La référence lisible, à vie, sur le produit", "The reference readable on the product for life", {
                value: 4,
                effort: 1,
              }),
            ],
          },
        },
      ],
    },
    {
      name: both("Le soir", "Evening"),
      steps: [
        {
          name: both("Je me détends", "I unwind"),
          mood: 2,
          cards: {
            do: [card("Prend un bain, ferme à clé", "Takes a bath, locks the door")],
            feel: [card("Enfin le silence", "Silence at last")],
            delight: [card("Une lumière qui baisse avec la journée", "A light that fades with the day")],
          },
        },
      ],
    },
    {
      name: both("L’envie de changer", "The wish to change"),
      phase: "awareness",
      steps: [
        {
          name: both("Je vois mieux ailleurs", "I see better elsewhere"),
          mood: 1,
          touchpoints: [
            at("wordOfMouth", both("Salle de bains d’amis", "Friends’ bathroom")),
            at("press", both("Magazine de décoration", "Decoration magazine")),
          ],
          cards: {
            think: [card("Ce serait possible chez nous", "It could be done at ours")],
            ask: [card("Par quoi commencer, et à quel prix ?", "Where to begin, and at what price?")],
            actor: [card("Amis, hôtels, architecte", "Friends, hotels, architect")],
            opportunity: [
              card("Partir des gestes, pas du catalogue", "Start from what is done, not from the catalogue", {
                value: 5,
                effort: 2,
              }),
            ],
          },
        },
      ],
    },
  ],
};
