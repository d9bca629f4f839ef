import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { addCard } from "../api.ts";
import { TextField } from "./item-text.tsx";
import { useMap } from "./map-context.ts";
import classes from "./map.module.css";
import { useStore } from "./store.ts";

/** A contributor's new card: written here, added by the server, which comes back with it over the live document. */
export function CardDraft({ laneId, stepId }: { laneId: string; stepId: string }) {
  const { t } = useTranslation("journey");
  const { drafting, journeyId } = useMap();
  const words = useErrorWords();
  const cell = `${laneId} ${stepId}`;
  const isDrafting = useStore(drafting, (current) => current === cell);
  const add = useMutation({
    mutationFn: (text: string) => call(addCard, { params: { journeyId }, body: { laneId, stepId, text } }),
    onError: (error) => toastError({ ...words(error), sentence: t("cardFailed") }),
  });
  if (add.isPending)
    return (
      <div className={classes["card"]} data-tone="mid" data-pending>
        {add.variables}
      </div>
    );
  if (!isDrafting && !add.isError) return null;
  return (
    <div className={classes["card"]} data-tone="mid">
      <TextField
        // What the server refused is written again, not lost.
        text={add.isError ? add.variables : ""}
        placeholder={t("cardPlaceholder")}
        label={t("card")}
        onDone={(text) => {
          drafting.set(null);
          if (text.trim() === "") add.reset();
          else add.mutate(text.trim());
        }}
      />
    </div>
  );
}
