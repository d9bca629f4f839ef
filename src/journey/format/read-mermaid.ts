import { holdsCards, limits } from "../document.ts";
import { emotionId } from "../edit.ts";
import type { DocumentDraft } from "../model.ts";
import { newJourneyDraft } from "../template.ts";
import { formatName, formatVersion, JourneyFile, type NamedPersona } from "./journey-file.ts";
import { refused } from "./refusal.ts";

const ignored = /^(?:%%|accTitle|accDescr|\}|$)/;

/** Whether a text is a Mermaid user journey: its first word, after comments and what stands between `---`, is `journey`. */
export function isMermaid(text: string): boolean {
  return /^(?:\s*---\n[\s\S]{0,5000}?\n---\n)?(?:\s|%%[^\n]*\n)*journey\s*(?:\n|$)/.test(text);
}

/**
 * Reads a Mermaid user journey: sections are stages, tasks are steps, a score of 1 to 5 is an assumed emotion of −2 to +2
 * of the actors, who are personas.
 * @throws FileRefused naming the line.
 */
export function readMermaid(text: string, fallbackName: string, newId: () => string): JourneyFile {
  const lines = text.split(/\r?\n/);
  const document: DocumentDraft = { ...newJourneyDraft(fallbackName, "journey", newId), stages: [], emotions: [] };
  const personas = new Map<string, NamedPersona>();
  const start = lines.findIndex((line) => line.trim() === "journey");
  lines.slice(start + 1).forEach((raw, index) => {
    const [line, where] = [raw.trim(), `line ${start + index + 2}`];
    if (ignored.test(line)) return;
    const [, word = "", rest = ""] = /^(title|section)\s+(.*)$/s.exec(line) ?? [];
    if (word === "title") document.name = rest.slice(0, limits.name);
    else if (word === "section") document.stages.push({ id: newId(), name: rest.slice(0, limits.name) });
    else addTask(document, personas, line, where, newId);
  });
  if (document.steps.length === 0) throw refused("empty", "", "there is no task in it");
  const known = [...personas.values()];
  // A lane for what the scores say stands before the first that holds cards.
  const at = document.lanes.findIndex((lane) => holdsCards(lane.kind));
  document.lanes.splice(at === -1 ? document.lanes.length : at, 0, { id: newId(), kind: "emotion", name: "" });
  document.personas = known.slice(0, limits.personas).map(({ id }) => ({ id }));
  const names = { touchpoints: [], channels: [], teams: [], personas: known };
  return JourneyFile.parse({ format: formatName, version: formatVersion, document, names });
}

/** `Make tea: 5: Me, Cat`: a task, its score from 1 to 5, and who does it. */
function addTask(
  document: DocumentDraft,
  personas: Map<string, NamedPersona>,
  line: string,
  where: string,
  newId: () => string,
): void {
  const [name = "", score = "", ...rest] = line.split(":").map((part) => part.trim());
  const value = Number(score) - 3;
  if (name === "" || score === "")
    throw refused("notMermaid", where, `«${line.slice(0, 60)}» is neither a section nor a task with a score`);
  if (!(value >= -2 && value <= 2)) throw refused("wrong", where, `«${score.slice(0, 20)}» is not a score from 1 to 5`);
  if (document.steps.length >= limits.steps)
    throw refused("tooMany", where, `a journey holds ${limits.steps} steps at most`);
  if (document.stages.length === 0) document.stages.push({ id: newId(), name: "" });
  const stepId = newId();
  document.steps.push({
    id: stepId,
    stageId: document.stages.at(-1)?.id ?? "",
    name: name.slice(0, limits.name),
  });
  const actors = rest.join(":").split(",");
  const named = [...new Set(actors.map((actor) => actor.trim().slice(0, limits.name)))].filter((actor) => actor !== "");
  for (const actor of named) if (!personas.has(actor)) personas.set(actor, { id: newId(), name: actor, summary: "" });
  const shown = [...personas.values()].slice(0, limits.personas);
  const whose = shown.filter((persona) => named.includes(persona.name)).map(({ id }) => id);
  // Nobody named, or nobody that the map has room for: it holds for everybody.
  for (const personaId of whose.length === 0 ? [null] : whose) {
    const place = { personaId, state: "lived" as const, stepId };
    document.emotions?.push({ id: emotionId(place), ...place, value });
  }
}
