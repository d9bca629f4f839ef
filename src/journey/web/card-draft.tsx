import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { addCards } from "../api.ts";
import type { Card } from "../model.ts";
import { useTakeBack } from "./clipboard/use-take-back.ts";
import { focusCell, focusRef } from "./grid-focus.ts";
import { newItemId, refOf } from "./item.ts";
import { TextField } from "./item-text.tsx";
import { useMap } from "./map-context.ts";
import classes from "./card-item.module.css";
import { useStore } from "./store.ts";

/** A contributor's new card: written here, added by the server, which comes back with it over the live document. */
export function CardDraft({ laneId, stepId, cards }: { laneId: string; stepId: string; cards: readonly Card[] }) {
  const { t } = useTranslation("journey");
  const { drafting, journeyId } = useMap();
  const { t: clipboard } = useTranslation("clipboard");
  const words = useErrorWords();
  const offerTakeBack = useTakeBack();
  const cell = `${laneId} ${stepId}`;
  const isDrafting = useStore(drafting, (current) => current === cell);
  const add = useMutation({
    mutationFn: (draft: { id: string; text: string }) =>
      call(addCards, { params: { journeyId }, body: { cards: [{ ...draft, laneId, stepId }] } }),
    onSuccess: ({ receipt }) => {
      if (drafting.get() === cell) drafting.set(null);
      offerTakeBack(clipboard("cardAdded"), receipt);
    },
    onError: (error) => toastError({ ...words(error), sentence: t("cardFailed") }),
  });
  if (add.isPending) {
    // The live document often brings the card before the answer comes.
    if (cards.some(({ id }) => id === add.variables.id)) return null;
    return (
      <div className={classes["card"]} data-tone="mid" data-pending>
        {add.variables.text}
      </div>
    );
  }
  if (!isDrafting && !add.isError) return null;
  return (
    <div className={classes["card"]} data-tone="mid" data-item tabIndex={-1}>
      <TextField
        // What the server refused is written again, not lost.
        text={add.isError ? add.variables.text : ""}
        placeholder={t("cardPlaceholder")}
        label={t("card")}
        onDone={(text, isHere) => {
          const id = add.isError ? add.variables.id : newItemId();
          const grid = isHere ? (document.activeElement?.closest<HTMLElement>("[role='grid']") ?? null) : null;
          if (text.trim() !== "") {
            add.mutate({ id, text: text.trim() });
            if (grid !== null) focusRef(refOf("card", id));
            return;
          }
          drafting.set(null);
          add.reset();
          if (grid !== null) focusCell(grid, { laneId, stepId });
        }}
      />
    </div>
  );
}
