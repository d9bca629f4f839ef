import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import type { QuarantinedReview, ReviewReading } from "../../reviews/model.ts";
import classes from "./reviews.module.css";

/** What reading a file makes, or made: how many of what, and what could not be read. */
export function ReadingNote({ reading, fileName }: { reading: ReviewReading; fileName: string }) {
  const { t } = useTranslation("reviews");
  const format = useFormat();
  const { counts, quarantine, importId } = reading;
  const shown = (["new", "changed", "same", "repeated", "quarantined"] as const).filter(
    (name) => name === "new" || counts[name] > 0,
  );
  return (
    <>
      <p className={classes["outcome"]} role="status">
        <strong>{t(importId === null ? "trial" : "imported", { file: fileName })}</strong>
        {shown.map((name) => (
          <span key={name} data-kind={name}>
            <b>{format.number(counts[name])}</b> {t(`count.${name}`, { count: counts[name] })}
          </span>
        ))}
      </p>
      {quarantine.length > 0 && <Quarantine rows={quarantine} />}
    </>
  );
}

export function Quarantine({ rows }: { rows: readonly QuarantinedReview[] }) {
  const { t } = useTranslation("reviews");
  return (
    <details className={classes["quarantine"]}>
      <summary>{t("quarantine")}</summary>
      <TableScroll label={t("quarantine")}>
        <table className={table["table"]} data-read>
          <thead>
            <tr>
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("reason")}</th>
              <th scope="col">{t("raw")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, code, detail, raw }) => (
              <tr key={line}>
                <td>{line}</td>
                <td>{[t(`refusal.${code}`), detail].filter(Boolean).join(" : ")}</td>
                <td className="soft">{raw}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}
