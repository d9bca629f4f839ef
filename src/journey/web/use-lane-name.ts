import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Lane } from "../model.ts";

/** What a lane is called on screen: its own name, else its kind's. */
export function useLaneName(): (lane: Pick<Lane, "kind" | "name">) => string {
  const { t } = useTranslation("journey");
  return useCallback((lane) => (lane.name === "" ? t(`lane.${lane.kind}`) : lane.name), [t]);
}
