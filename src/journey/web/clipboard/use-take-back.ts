import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toast, toastError } from "#ui/toast.ts";
import { takeBackCards } from "../../api.ts";
import { useMap } from "../map-context.ts";
import { showUndoNotice } from "../undo-notice.tsx";

/** In milliseconds. */
const undoLasts = 60_000;

/** Says what a contributor has just added beside a button that takes it back, by the receipt that the server gave for it. */
export function useTakeBack(): (said: string, receipt: string) => void {
  const { t } = useTranslation("clipboard");
  const { journeyId } = useMap();
  const words = useErrorWords();
  const takeBack = async (receipt: string) => {
    try {
      const { left } = await call(takeBackCards, { params: { journeyId }, body: { receipt } });
      toast(left === 0 ? t("takenBack") : t("takenBackExcept", { count: left }));
    } catch (error) {
      toastError({ ...words(error), sentence: t("notTakenBack") });
    }
  };
  return (said, receipt) =>
    void showUndoNotice(said, { label: t("undo"), run: () => void takeBack(receipt), lasts: undoLasts });
}
