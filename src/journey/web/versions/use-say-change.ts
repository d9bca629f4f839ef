import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { Change, Comparison, FieldChange } from "../../compare.ts";
import { mapLabels } from "../../labels.ts";
import type { Lane } from "../../model.ts";
import type { NameOf } from "./names.ts";

const longest = 80;

/** Says a change in sentences of the reader's language: what happened, where, and each thing that is said otherwise. */
export function useSayChange(
  { steps, lanes, stages }: Comparison,
  names: NameOf,
): (change: Change) => { title: string; details: string[] } {
  const { t, i18n } = useTranslation("versions");
  const format = useFormat();
  const labels = mapLabels[i18n.language === "en" ? "en" : "fr"];
  const laneName = (lane: Lane | null | undefined) => (lane ? lane.name || labels.lane[lane.kind] : "");
  const named = (text: string) =>
    text === "" ? t("unnamed") : text.length > longest ? `${text.slice(0, longest)}…` : text;
  const find = <Item extends { id: string }>(
    pairs: readonly { before: Item | null; after: Item | null }[],
    side: "before" | "after",
    id: string,
  ) => pairs.find((pair) => pair[side]?.id === id)?.[side] ?? null;
  const stepName = (side: "before" | "after", id: string) => named(find(steps, side, id)?.name ?? "");
  const personaName = (id: string | null) => (id === null ? t("everybody") : names.persona(id) || t("unnamed"));

  function nameOf(change: Change): string {
    switch (change.subject) {
      case "lane":
        return laneName(change.after ?? change.before);
      case "card":
        return named((change.after ?? change.before)?.text ?? "");
      case "placement":
        return named(names.touchpoint((change.after ?? change.before)?.touchpointId ?? ""));
      case "link":
        return linkName(change);
      case "emotion":
        return personaName((change.after ?? change.before)?.personaId ?? null);
      case "persona":
        return personaName((change.after ?? change.before)?.id ?? null);
      case "journey":
      case "stage":
      case "step":
        break;
    }
    return named((change.after ?? change.before)?.name ?? "");
  }

  function linkName({ before, after }: Extract<Change, { subject: "link" }>): string {
    const side = after === null ? "before" : "after";
    const link = after ?? before;
    if (link === null) return "";
    const ends = `${stepName(side, link.fromStepId)} → ${stepName(side, link.toStepId)}`;
    return `${link.name === "" ? labels.link[link.kind] : link.name}, ${ends}`;
  }

  /** Where an element stands on a side, among what it can leave. */
  function placeOf(change: Change, side: "before" | "after"): string {
    const item = change[side];
    if (item === null) return "";
    if (change.subject === "step" && "stageId" in item) return named(find(stages, side, item.stageId)?.name ?? "");
    if ("laneId" in item) return `${stepName(side, item.stepId)}, ${laneName(find(lanes, side, item.laneId))}`;
    return "stepId" in item ? stepName(side, item.stepId) : "";
  }

  function valueOf({ field }: FieldChange, value: unknown): string {
    if (value === null || value === undefined || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") return format.number(value);
    if (Array.isArray(value)) {
      const words = value.map((each) => (field === "personaIds" ? personaName(String(each)) : String(each)));
      return words.length === 0 ? t("nothing") : format.list(words);
    }
    const word = typeof value === "string" ? value : JSON.stringify(value);
    if (field === "imageId") return t("anotherImage");
    const known: Record<string, string> = {
      ...labels.phase,
      ...(field === "kind" ? { ...labels.lane, ...labels.link } : {}),
    };
    return field === "phase" || field === "kind" ? (known[word] ?? word) : named(word);
  }

  return (change) => {
    const { subject, kind, before, after, fields } = change;
    const item = after ?? before;
    const what = t(`said.${subject}.${kind}` as "said.card.moved", {
      name: nameOf(change),
      from: placeOf(change, "before"),
      to: placeOf(change, "after"),
      value: item !== null && "value" in item && typeof item.value === "number" ? format.signed(item.value) : "",
    });
    const lane = subject === "card" && kind !== "moved" ? placeOf(change, after === null ? "before" : "after") : "";
    return {
      title: lane === "" ? what : t("inLane", { what, lane: lane.slice(lane.lastIndexOf(", ") + 2) }),
      details: fields.map((each) =>
        t("fieldChanged", {
          field: t(`field.${each.field}` as "field.name"),
          before: valueOf(each, each.before),
          after: valueOf(each, each.after),
        }),
      ),
    };
  };
}

/** The step that a change belongs to, by the key of its pair; null for what is of the whole map. */
export function stepKeyOf({ subject, before, after }: Change, { steps }: Comparison): string | null {
  const side = after === null ? "before" : "after";
  const item = after ?? before;
  if (item === null || !("id" in item)) return null;
  const stepId = subject === "step" ? item.id : "stepId" in item ? item.stepId : undefined;
  return stepId === undefined ? null : (steps.find((pair) => pair[side]?.id === stepId)?.key ?? null);
}
