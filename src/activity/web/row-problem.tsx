import { useTranslation } from "react-i18next";
import type { QuarantineCode } from "../model.ts";

/** Why a row could not be read: the reason, then the cell that shows it, or how many cells the row has. */
export function RowProblem({ code, detail }: { code: QuarantineCode; detail: string }) {
  const { t } = useTranslation("activity");
  const reason = t(`reason.${code}`);
  if (detail === "" || code === "row_unreadable") return reason;
  if (code === "row_too_short" || code === "row_too_long")
    return `${reason} (${t("reason.cells", { count: Number.parseInt(detail, 10) })})`;
  return (
    <>
      {reason} <code>{detail}</code>
    </>
  );
}
