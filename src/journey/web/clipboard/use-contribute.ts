import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { addCards } from "../../api.ts";
import type { Clip } from "../../clipboard.ts";
import { limits } from "../../limits.ts";
import type { PastePlan } from "../../paste.ts";
import { EditRefused } from "../../refusal.ts";
import { useMap } from "../map-context.ts";
import { useTakeBack } from "./use-take-back.ts";

/**
 * Pastes for somebody who may only add cards: the server adds what a plan holds of them, as one edit that can be taken
 * back as long as nobody changed the cards.
 */
export function useContribute(): (clip: Clip, plan: () => PastePlan, said: (plan: PastePlan) => string) => void {
  const { t } = useTranslation("clipboard");
  const { t: journey } = useTranslation("journey");
  const { journeyId } = useMap();
  const words = useErrorWords();
  const params = { journeyId };
  const offerTakeBack = useTakeBack();

  const refuse = (remedy: string) => toastError({ sentence: t("nothingTitle"), remedy });
  const add = async (plan: PastePlan, said: string) => {
    try {
      const { receipt } = await call(addCards, { params, body: { cards: plan.cards } });
      offerTakeBack(said, receipt);
    } catch (error) {
      refuse(words(error).remedy);
    }
  };
  return (clip, plan, said) => {
    const planned = clip.kind === "cells" ? orRefusal(plan) : "cardsOnly";
    if (planned === "cardsOnly") refuse(t("cardsOnly"));
    else if (planned instanceof EditRefused) refuse(journey(`refused.${planned.code}`, { limit: planned.limit ?? 0 }));
    else if (planned.cards.length > limits.cardsAtOnce)
      refuse(t("tooMany", { most: limits.cardsAtOnce, count: planned.cards.length }));
    else void add(planned, said(planned));
  };
}

function orRefusal(plan: () => PastePlan): PastePlan | EditRefused {
  try {
    return plan();
  } catch (error) {
    if (error instanceof EditRefused) return error;
    throw error;
  }
}
