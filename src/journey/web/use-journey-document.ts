import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { toastError } from "#ui/toast.ts";
import type { EditRefused } from "../refusal.ts";
import { type JourneyConnection, connectJourney } from "./connection.ts";
import { type MapEditor, createEditor } from "./editor.ts";

export interface OpenJourney {
  connection: JourneyConnection;
  /** Null for those who may not edit. */
  editor: MapEditor | null;
}

/** The live document of a journey while the screen is there; null for the moment before it is opened. */
export function useJourneyDocument(
  journeyId: string,
  user: { id: string; name: string },
  isEditor: boolean,
): OpenJourney | null {
  const [open, setOpen] = useState<OpenJourney | null>(null);
  const tell = useRefusalWords();
  const { id, name } = user;
  useEffect(() => {
    const connection = connectJourney(journeyId, { id, name }, isEditor);
    const editor = isEditor ? createEditor(connection.doc, connection.view.get, tell) : null;
    setOpen({ connection, editor });
    return () => {
      setOpen(null);
      editor?.close();
      connection.close();
    };
    // The words follow the language, which is no reason to connect again.
  }, [journeyId, id, name, isEditor]);
  return open;
}

function useRefusalWords(): (refusal: EditRefused) => void {
  const { t } = useTranslation("journey");
  return ({ code, limit }) =>
    toastError({ sentence: t("refusedTitle"), remedy: t(`refused.${code}`, { limit: limit ?? 0 }) });
}
