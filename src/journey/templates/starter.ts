import { at, both, card, type Template, unmet } from "./template.ts";

/** Ten steps, everybody together: enough for a first map in a company that has never drawn one. */
export const starter: Template = {
  key: "starter",
  kind: "journey",
  sector: "any",
  name: both("Première carte en dix étapes", "First map in ten steps"),
  summary: both(
    "Dix étapes au plus, tous les clients ensemble, quatre lignes : de quoi réussir une première demi-journée d’atelier.",
    "Ten steps at most, all customers together, four lanes: what it takes for a first half-day workshop to succeed.",
  ),
  lanes: ["touchpoint", "measure", "emotion", "expectation", "delight", "irritant", "opportunity"],
  stages: [
    {
      name: both("Avant-vente", "Before the sale"),
      phase: "consideration",
      steps: [
        {
          name: both("Je ressens un besoin", "I feel a need"),
          mood: 0,
          cards: { expectation: [card("Savoir par où commencer", "Knowing where to begin")] },
        },
        {
          name: both("Je me renseigne", "I look for information"),
          mood: 0,
          touchpoints: [at("web", both("Site web", "Website"), { importance: 4 })],
          cards: { irritant: [card("L’information est dispersée", "The information is scattered", { severity: 2 })] },
        },
        {
          name: both("Je demande un conseil", "I ask for advice"),
          mood: 1,
          touchpoints: [
            at("shop", both("Conseil en point de vente", "Advice in the shop"), { isTruth: true }),
            at("phone", both("Appel au service client", "Call to customer service"), { importance: 4 }),
          ],
          cards: { delight: [card("Quelqu’un m’écoute avant de me vendre", "Somebody listens before selling")] },
        },
        {
          name: both("Je compare", "I compare"),
          mood: -1,
          touchpoints: [at("wordOfMouth", both("Avis de l’entourage", "Opinions of people I know"))],
          cards: { expectation: [unmet("Comprendre les différences de prix", "Understanding differences in price")] },
        },
      ],
    },
    {
      name: both("Vente", "The sale"),
      phase: "conversion",
      steps: [
        {
          name: both("Je choisis", "I choose"),
          mood: 1,
          touchpoints: [at("shop", both("Vente en point de vente", "Sale in the shop"), { importance: 4 })],
        },
        {
          name: both("Je commande et je paie", "I order and pay"),
          mood: 0,
          touchpoints: [
            at("web", both("Commande en ligne", "Online order"), { isTruth: true }),
            at("email", both("Confirmation de commande", "Order confirmation"), { isOutgoing: true, importance: 3 }),
          ],
          cards: { irritant: [card("Trop d’informations demandées", "Too much is asked of me", { severity: 3 })] },
        },
        {
          name: both("Je reçois", "I receive it"),
          mood: -1,
          touchpoints: [at("delivery", both("Livraison", "Delivery"), { isOutgoing: true, isTruth: true })],
          cards: {
            expectation: [unmet("Être prévenu d’un retard", "Being told of a delay")],
            opportunity: [
              card("Annoncer l’heure, pas la journée", "Announce the hour, not the day", { value: 4, effort: 3 }),
            ],
          },
        },
      ],
    },
    {
      name: both("Après-vente", "After the sale"),
      phase: "afterSales",
      steps: [
        { name: both("J’utilise", "I use it"), mood: 1 },
        {
          name: both("J’ai un problème et je demande de l’aide", "I have a problem and ask for help"),
          mood: -2,
          touchpoints: [
            at("phone", both("Appel au service client", "Call to customer service"), { isTruth: true }),
            at("email", both("Réclamation par e-mail", "Complaint by e-mail"), { importance: 4 }),
          ],
          cards: {
            irritant: [card("Je répète mon histoire à chacun", "I tell my story again to everyone", { severity: 4 })],
          },
        },
        {
          name: both("Je reviens, ou j’en parle", "I come back, or talk about it"),
          mood: 1,
          touchpoints: [at("email", both("Enquête de satisfaction", "Satisfaction survey"), { isOutgoing: true })],
          cards: {
            opportunity: [card("Dire ce que l’avis a changé", "Say what the answer changed", { value: 3, effort: 1 })],
          },
        },
      ],
    },
  ],
};
