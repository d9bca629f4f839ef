import { useQueryClient } from "@tanstack/react-query";
import type { i18n } from "i18next";
import { useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { toastError } from "#ui/toast.ts";
import type { EditRefused } from "../refusal.ts";
import { type JourneyConnection, connectJourney } from "./connection.ts";
import { type MapEditor, createEditor } from "./editor.ts";
import { stateQuery } from "./queries.ts";

export interface OpenJourney {
  connection: JourneyConnection;
  /** Null for those who may not edit. */
  editor: MapEditor | null;
}

/** The live document of a journey while the screen is there; null for the moment before it is opened. */
export function useJourneyDocument(
  journeyId: string,
  { id, name }: { id: string; name: string },
  isEditor: boolean,
): OpenJourney | null {
  const { i18n } = useTranslation();
  const queryClient = useQueryClient();
  const source = useMemo(
    () =>
      openingOf(
        () => connectJourney(journeyId, { id, name }, isEditor, queryClient.fetchQuery(stateQuery(journeyId))),
        isEditor,
        (refusal) => tell(i18n, refusal),
      ),
    [journeyId, id, name, isEditor, queryClient, i18n],
  );
  return useSyncExternalStore(source.subscribe, source.get);
}

/** Opens with the one who subscribes, and closes when they leave. */
function openingOf(connect: () => JourneyConnection, isEditor: boolean, onRefused: (refusal: EditRefused) => void) {
  let open: OpenJourney | null = null;
  return {
    get: () => open,
    subscribe: (listener: () => void) => {
      const connection = connect();
      const editor = isEditor ? createEditor(connection.doc, connection.view.get, onRefused) : null;
      open = { connection, editor };
      listener();
      return () => {
        open = null;
        editor?.close();
        connection.close();
      };
    },
  };
}

function tell(words: i18n, { code, limit }: EditRefused): void {
  const t = words.getFixedT(null, "journey");
  toastError({ sentence: t("refusedTitle"), remedy: t(`refused.${code}`, { limit: limit ?? 0 }) });
}
