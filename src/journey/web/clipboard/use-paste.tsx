import { Button, Group, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { toastError } from "#ui/toast.ts";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Clip, clipType, pasteLimits, readClip, readTable } from "../../clipboard.ts";
import {
  type PasteMap,
  type PastePlan,
  type PasteTarget,
  applyPaste,
  clipOfLines,
  clipOfTable,
  planPaste,
} from "../../paste.ts";
import { EditRefused } from "../../refusal.ts";
import { cellOf } from "../grid-deeds.ts";
import { newItemId, readRef, refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { nothing } from "../selection/selection.ts";
import { useContribute } from "./use-contribute.ts";
import { useCounts } from "./use-counts.ts";

interface Pending {
  clip: Clip;
  target: PasteTarget;
  plan: PastePlan;
}

/** Adds neither lanes nor steps. */
const fitting = { grows: false, newId: newItemId };

/** Pastes what the clipboard holds at the place that has the focus; asks before the map grows for it. */
export function usePaste(): { take: (data: DataTransfer, at: Element) => void; dialog: ReactNode } {
  const { t } = useTranslation("clipboard");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const { editor, selection, view, offerUndo } = useMap();
  const counts = useCounts();
  const contribute = useContribute();
  const [pending, setPending] = useState<Pending | null>(null);

  const refuse = (remedy: string) => toastError({ sentence: t("nothingTitle"), remedy });
  const apply = (clip: Clip, target: PasteTarget, grows: boolean) => {
    const map = mapOf();
    if (map === null || editor === null) return;
    const plans: PastePlan[] = [];
    const isDone = editor.change((doc) => {
      const plan = planPaste(clip, target, map, { grows, newId: newItemId });
      applyPaste(doc, plan);
      plans.push(plan);
    });
    const [plan] = plans;
    if (!isDone || plan === undefined) return;
    selection.set({
      ...nothing,
      refs: new Set(plan.cards.length > 1 ? plan.cards.map(({ id }) => refOf("card", id)) : []),
    });
    offerUndo(pasted(plan));
  };
  const pasted = (plan: PastePlan) =>
    [
      t("pasted", { what: counts(plan) }),
      plan.left > 0 ? t("left", { count: plan.left }) : "",
      plan.leftEmotions > 0 ? t("leftEmotions", { count: plan.leftEmotions }) : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" ");
  const mapOf = (): PasteMap | null => {
    const map = view.get();
    return map === null ? null : { ...map, workspaceId };
  };
  const take = (data: DataTransfer, at: Element) => {
    const target = targetOf(at);
    const read = readClipboard(data, target);
    const map = mapOf();
    if (read === "nothing") refuse(t("nothing"));
    else if (read === "tooLarge")
      refuse(
        t("tooLarge", { cells: format.number(pasteLimits.cells), characters: format.number(pasteLimits.characters) }),
      );
    else if (read.kind === "cells" && target.laneId === null && target.stepId === null) refuse(t("nowhere"));
    else if (map !== null && editor === null) contribute(read, () => planPaste(read, target, map, fitting), pasted);
    else if (map !== null) {
      const plan = planned(read, target, map);
      const isLarger = plan !== null && read.kind !== "steps" && (plan.steps.length > 0 || grownLanes(read, plan) > 0);
      if (isLarger) setPending({ clip: read, target, plan });
      else apply(read, target, true);
    }
  };
  const answer = (grows: boolean) => {
    if (pending !== null) apply(pending.clip, pending.target, grows);
    setPending(null);
  };
  const added = pending === null ? "" : counts({ ...pending.plan, lanes: grown(pending), cards: [], emotions: [] });
  const dialog = (
    <Dialog opened={pending !== null} onClose={() => setPending(null)} title={t("askTitle")} size="md">
      <Text size="sm">{t("askText", { what: added })}</Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={() => setPending(null)}>
          {t("cancel")}
        </Button>
        <Button variant="default" onClick={() => answer(false)}>
          {t("askFit")}
        </Button>
        <Button data-autofocus onClick={() => answer(true)}>
          {t("askAll")}
        </Button>
      </Group>
    </Dialog>
  );
  return { take, dialog };
}

/** Lanes that are added beside those that one pastes on purpose. */
function grownLanes({ kind }: Clip, { lanes }: PastePlan): number {
  return kind === "lanes" ? 0 : lanes.length;
}

function grown({ clip, plan }: Pending): PastePlan["lanes"] {
  return clip.kind === "lanes" ? [] : plan.lanes;
}

/** What would be added; null when it would be refused, which doing it tells. */
function planned(clip: Clip, target: PasteTarget, map: PasteMap): PastePlan | null {
  try {
    return planPaste(clip, target, map, { grows: true, newId: newItemId });
  } catch (error) {
    if (error instanceof EditRefused) return null;
    throw error;
  }
}

/** Our own flavour, else a table, else lines. HTML is asked only whether it is a table, never read. */
function readClipboard(data: DataTransfer, target: PasteTarget): Clip | "nothing" | "tooLarge" {
  const own = readClip(data.getData(clipType));
  if (own !== null) return own;
  const text = data.getData("text/plain");
  if (text.trim() === "") return "nothing";
  const isTable = text.includes("\t") || /<table[\s>]/i.test(data.getData("text/html").slice(0, 20_000));
  const rows = readTable(text);
  if (rows === null) return "tooLarge";
  const isCell = target.laneId !== null && target.stepId !== null;
  return isCell && !isTable
    ? clipOfLines(text.split(/\r\n|\r|\n/).map((line) => line.trim()))
    : clipOfTable(rows, target);
}

function targetOf(at: Element): PasteTarget {
  const cell = cellOf(at);
  if (cell !== null) return cell;
  const item = readRef(at.closest<HTMLElement>("[data-ref]")?.dataset["ref"]);
  return {
    laneId: item?.kind === "lane" ? item.id : null,
    stepId: item?.kind === "step" ? item.id : (at.closest<HTMLElement>("[data-step]")?.dataset["step"] ?? null),
  };
}
