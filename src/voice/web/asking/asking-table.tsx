import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import type { listAsking } from "../../api.ts";
import voice from "../voice.module.css";
import { Rate } from "./response-rates.tsx";

interface AskingTableProps {
  surveys: RouteResponse<typeof listAsking>["surveys"];
  onOpen: (surveyId: string) => void;
}

const columns = ["invited", "waiting", "notAsked", "failed", "optedOut", "sent"] as const;

/** What became of the invitations of each survey, and how many of those sent were answered. */
export function AskingTable({ surveys, onOpen }: AskingTableProps) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  return (
    <TableScroll label={t("title")}>
      <table className={table["table"]} data-read style={{ minWidth: "46rem" }}>
        <thead>
          <tr>
            <th scope="col">{t("survey")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={table["number"]}>
                {t(`count.${column}`)}
              </th>
            ))}
            <th scope="col" className={table["number"]}>
              {t("rate")}
            </th>
          </tr>
        </thead>
        <tbody>
          {surveys.map(({ surveyId, name, counts, responses }) => (
            <tr key={surveyId}>
              <td>
                <button type="button" className={voice["name"]} onClick={() => onOpen(surveyId)}>
                  {name}
                </button>
              </td>
              {columns.map((column) => (
                <td key={column} className={table["number"]}>
                  {counts[column] === 0 ? <span className="soft">0</span> : format.number(counts[column])}
                </td>
              ))}
              <td className={table["number"]}>
                {responses?.rates[0] === undefined ? "—" : <Rate rate={responses.rates[0]} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
