import type { Condition } from "#voice/model.ts";
import type { isAsked } from "./is-asked.ts";

/** What a form says of a question to its script. */
export interface Told {
  id: string;
  isNumber: boolean;
  when: Condition | null;
  text: string;
  wordings: { upTo: number; text: string }[];
  /** The score that chooses the wording. */
  scoreId: string;
}

/**
 * Puts only the questions of a form that fit the answers so far, words the comment by the score and puts answers into the
 * texts; without it all questions are shown. It also runs in pages as its source text, and so refers to nothing outside itself.
 */
export function follow(form: HTMLFormElement | null, fits: typeof isAsked): void {
  if (form === null) return;
  const language = form.closest<HTMLElement>("[lang]")?.lang ?? "en";
  const questions = [...form.querySelectorAll<HTMLElement>("[data-question]")].map((element) => ({
    element,
    title: element.querySelector("[data-title]"),
    told: JSON.parse(element.dataset["question"] ?? "{}") as Told,
  }));
  const named = (name: string) => [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`),
  ];
  const update = () => {
    const answers: Record<string, number | string[]> = {};
    const shown = new Map<string, string>();
    for (const { element, title, told } of questions) {
      element.hidden = !fits(told, answers);
      const given = named(`q_${told.id}`).filter((field) =>
        "checked" in field && field.type !== "text" ? field.checked : field.value.trim() !== "",
      );
      if (!element.hidden && given.length > 0) {
        const words = given.map((field) => field.dataset["name"] ?? field.value.trim());
        answers[told.id] = told.isNumber ? Number(given[0]?.value) : given.map(({ value }) => value);
        shown.set(told.id, new Intl.ListFormat(language).format(words));
      }
      const score = answers[told.scoreId];
      const wording = told.wordings.find(({ upTo }) => typeof score === "number" && score <= upTo);
      const text = (wording?.text ?? told.text).replace(/\{\{([a-z][a-z0-9]*)\}\}/g, (whole, id: string) =>
        questions.some((question) => question.told.id === id) ? (shown.get(id) ?? "…") : whole,
      );
      if (title !== null && title.textContent !== text) title.textContent = text;
    }
  };
  form.addEventListener("input", update);
  // Coming back, a browser fills in what was answered, after the page was read.
  form.ownerDocument.defaultView?.addEventListener("pageshow", update);
  update();
}
