import { SurveyContent } from "#voice/model.ts";
import { readyContent } from "#voice/wording.ts";

const ready = readyContent("nps", { relation: "transactional", task: "" });
/** Whether one would recommend it, why, and of who would not what was missing. */
export const askedWhy = SurveyContent.parse({
  ...ready,
  questions: [
    ...ready.questions,
    {
      kind: "choice",
      id: "why",
      text: { fr: "Qu’est-ce qui a manqué ?", en: "What was missing?" },
      when: { questionId: "score", atMost: 6 },
      options: [
        { id: "price", text: { fr: "Le prix", en: "The price" } },
        { id: "delay", text: { fr: "Le délai", en: "The delay" } },
      ],
    },
  ],
});
