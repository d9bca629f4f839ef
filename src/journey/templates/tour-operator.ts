import { at, both, card, type Template } from "./template.ts";

/** A holiday as a whole: dreaming, going, being there, telling it; most of it out of the operator's sight. */
export const tourOperator: Template = {
  key: "tour-operator",
  kind: "experience",
  sector: "travel",
  name: both("Un voyage, du rêve au souvenir", "A journey, from dream to memory"),
  summary: both(
    "Le séjour entier, sur place compris : ce que le voyageur fait, se demande, pense et ressent, et tous ceux qu’il rencontre.",
    "The whole stay, also once there: what travellers do, ask, think and feel, and everybody they meet.",
  ),
  lanes: [
    "do",
    "ask",
    "think",
    "feel",
    "emotion",
    "touchpoint",
    "measure",
    "actor",
    "delight",
    "irritant",
    "opportunity",
  ],
  isCycle: true,
  stages: [
    {
      name: both("Rêver", "Dreaming"),
      phase: "awareness",
      steps: [
        {
          name: both("J’ai envie de partir", "I want to get away"),
          mood: 1,
          touchpoints: [
            at("social", both("Photos de voyageurs", "Travellers’ photos")),
            at("wordOfMouth", both("Récits de proches", "Stories of friends")),
          ],
          cards: {
            do: [card("Regarde des photos le soir", "Looks at photos in the evening")],
            ask: [card("Où irions-nous tous avec plaisir ?", "Where would we all enjoy going?")],
            think: [card("On l’a bien mérité", "We have earned it")],
            feel: [card("De l’élan, un peu d’impatience", "Drive, some impatience")],
            actor: [card("Amis, enfants, influenceurs", "Friends, children, influencers")],
          },
        },
        {
          key: "compare",
          name: both("Je compare et je doute", "I compare and doubt"),
          mood: -1,
          touchpoints: [
            at("web", both("Catalogue en ligne", "Online catalogue"), { importance: 4 }),
            at("shop", both("Agence de voyages", "Travel agency"), { importance: 4 }),
          ],
          cards: {
            do: [card("Ouvre quinze onglets", "Opens fifteen tabs")],
            ask: [card("Que cache ce prix ?", "What does this price hide?")],
            think: [card("Les avis se contredisent", "Reviews contradict each other")],
            feel: [card("La peur de se tromper", "Fear of choosing wrong")],
            irritant: [
              card("Le prix change à chaque visite", "The price changes at each visit", { severity: 4, frequency: 4 }),
            ],
          },
        },
      ],
    },
    {
      name: both("Préparer", "Preparing"),
      phase: "conversion",
      steps: [
        {
          name: both("Je réserve", "I book"),
          mood: 1,
          touchpoints: [at("web", both("Réservation en ligne", "Online booking"), { isTruth: true })],
          cards: {
            do: [card("Paie un acompte", "Pays a deposit")],
            ask: [card("Et si je dois annuler ?", "What if I must cancel?")],
            feel: [card("Soulagement", "Relief")],
          },
        },
        {
          name: both("Je prépare mon départ", "I prepare to leave"),
          mood: 0,
          touchpoints: [
            at("app", both("Carnet de voyage", "Travel book"), { importance: 4 }),
            at("email", both("Rappel avant départ", "Reminder before departure"), { isOutgoing: true, importance: 3 }),
          ],
          cards: {
            do: [card("Vérifie passeports et valises", "Checks passports and bags")],
            ask: [card("Qui vient nous chercher ?", "Who picks us up?")],
            actor: [card("Consulat, médecin, gardien du chat", "Consulate, doctor, cat-sitter")],
            opportunity: [
              card("Une liste faite pour cette destination", "A list made for this destination", {
                value: 3,
                effort: 1,
              }),
            ],
          },
        },
      ],
    },
    {
      name: both("Vivre le voyage", "Being there"),
      phase: "afterSales",
      steps: [
        {
          key: "travel",
          name: both("Je fais la route", "I travel there"),
          mood: -1,
          touchpoints: [
            at("service", both("Vol et transfert", "Flight and transfer"), { importance: 5 }),
            at("sms", both("Alerte de retard", "Delay alert"), { isOutgoing: true, importance: 4 }),
          ],
          cards: {
            do: [card("Attend, porte, rassure les enfants", "Waits, carries, reassures the children")],
            feel: [card("Fatigue et vigilance", "Tiredness and watchfulness")],
            actor: [card("Compagnie aérienne, douane, chauffeur", "Airline, customs, driver")],
            irritant: [
              card("Personne à l’arrivée ne connaît notre nom", "Nobody there knows our name", {
                severity: 5,
                frequency: 2,
              }),
            ],
          },
        },
        {
          key: "arrive",
          name: both("J’arrive et je prends mes repères", "I arrive and find my way"),
          mood: 1,
          touchpoints: [at("service", both("Accueil à l’hôtel", "Hotel welcome"), { isTruth: true })],
          cards: {
            do: [card("Cherche la mer, le café, le calme", "Looks for the sea, the coffee, the quiet")],
            think: [card("Est-ce comme sur les photos ?", "Is it like the photos?")],
            feel: [card("Le premier quart d’heure décide", "The first quarter of an hour decides")],
            actor: [card("Réceptionniste, autres vacanciers", "Receptionist, other guests")],
            delight: [card("La chambre est prête plus tôt", "The room is ready early")],
          },
        },
        {
          name: both("Je vis mes journées", "I live my days"),
          mood: 2,
          touchpoints: [
            at("service", both("Excursion", "Excursion"), { importance: 4 }),
            at("chat", both("Conciergerie à distance", "Remote concierge"), { importance: 3 }),
          ],
          cards: {
            do: [card("Improvise, renonce, découvre", "Improvises, gives up, discovers")],
            ask: [card("Que faire s’il pleut ?", "What if it rains?")],
            feel: [card("Se sentir ailleurs", "Feeling far away")],
            actor: [card("Guide, restaurateurs, habitants", "Guide, restaurants, locals")],
            delight: [card("Un guide qui change le programme pour nous", "A guide who changes the plan for us")],
          },
        },
      ],
    },
    {
      name: both("Se souvenir", "Remembering"),
      phase: "awareness",
      steps: [
        {
          name: both("Je rentre", "I go home"),
          mood: -1,
          touchpoints: [at("email", both("Message de retour", "Welcome-home message"), { isOutgoing: true })],
          cards: { feel: [card("La retombée", "The comedown")], do: [card("Trie ses photos", "Sorts the photos")] },
        },
        {
          name: both("Je raconte", "I tell it"),
          mood: 1,
          touchpoints: [
            at("wordOfMouth", both("Récits de proches", "Stories of friends")),
            at("web", both("Avis en ligne", "Online review"), { importance: 4 }),
          ],
          cards: {
            do: [card("Montre, conseille, déconseille", "Shows, recommends, warns")],
            think: [card("La prochaine fois, on restera plus longtemps", "Next time we shall stay longer")],
            opportunity: [
              card("Offrir l’album de ses propres photos", "Offer an album of their own photos", {
                value: 4,
                effort: 3,
              }),
            ],
          },
        },
      ],
    },
  ],
  links: [{ kind: "break", from: "travel", to: "arrive", name: both("le transfert", "the transfer") }],
};
