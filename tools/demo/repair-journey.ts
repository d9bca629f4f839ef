import { inBoth } from "./bilingual.ts";
import { delight, expectation, irritant, opportunity, place, promise, type PlannedJourney } from "./plan.ts";

/** Shares phone support, the after-sales desk and delivery tracking with the kitchens: measured once, shown on both maps. */
export const repairJourney: PlannedJourney = {
  key: "repair",
  name: inBoth("Faire réparer un outil", "Getting a tool repaired"),
  lanes: ["touchpoint", "measure", "expectation", "irritant", "delight", "promise", "opportunity"],
  stages: [
    {
      id: "breakdown",
      name: inBoth("La panne", "The breakdown"),
      steps: [
        {
          id: "call",
          name: inBoth("Mon outil me lâche", "My tool lets me down"),
          placements: [place("phone-help", 3)],
          cards: [
            expectation("Savoir tout de suite si ça vaut la peine", "Know at once whether it is worth mending"),
            irritant("Il faut tout réexpliquer à chaque appel", "I have to explain it all again each time I ring"),
          ],
        },
        {
          id: "request",
          name: inBoth("Je demande la réparation", "I ask for a repair"),
          placements: [place("repair-request", 3)],
          cards: [delight("L’étiquette arrive aussitôt", "The label comes straight away")],
        },
      ],
    },
    {
      id: "repair",
      name: inBoth("La réparation", "The repair"),
      steps: [
        {
          id: "hand-in",
          name: inBoth("Je dépose mon outil", "I hand my tool in"),
          placements: [place("after-sales", 4)],
          cards: [promise("Réparer plutôt que racheter", "Mend it rather than buy it again")],
        },
        {
          id: "news",
          name: inBoth("J’attends des nouvelles", "I wait for news"),
          placements: [place("repair-news", 5, { momentOfTruth: true })],
          cards: [
            irritant("Un SMS dit «en cours», et puis plus rien", "A text says “in progress”, then silence"),
            opportunity("Une date de fin dès le dépôt", "An end date from the day it is handed in"),
          ],
        },
      ],
    },
    {
      id: "return",
      name: inBoth("Le retour", "The return"),
      steps: [
        {
          id: "back",
          name: inBoth("Je récupère mon outil", "I get my tool back"),
          placements: [place("repair-pickup", 4), place("delivery-tracking", 3)],
          cards: [delight("Un outil propre, affûté, comme neuf", "A clean, sharp tool, like new")],
        },
      ],
    },
  ],
};
