import type { prove } from "./prove.ts";

/**
 * Puts the proof that a form asks for into it while it is filled in, and holds the form back until it is there.
 * It also runs in pages as its source text, and so refers to nothing outside itself.
 */
export function proveForm(form: HTMLFormElement | null, work: typeof prove): void {
  const bits = Number(form?.dataset["proof"] ?? 0);
  const [attempt, proof] = ["attempt", "proof"].map((name) => form?.querySelector<HTMLInputElement>(`[name=${name}]`));
  if (!form || !attempt || !proof || bits === 0) return;
  let isWaitedFor = false;
  const fill = async () => {
    proof.value = await work(attempt.value, bits);
    if (isWaitedFor) form.requestSubmit();
  };
  form.addEventListener("submit", (event) => {
    isWaitedFor = proof.value === "";
    if (isWaitedFor) event.preventDefault();
  });
  void fill();
}
