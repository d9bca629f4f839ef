import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { DeleteButton } from "#ui/delete-button.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { reviewImportsQuery, useTakeBack } from "./queries.ts";
import { Quarantine } from "./reading-note.tsx";
import classes from "./reviews.module.css";

/** Files that reviews came with; each can be taken back. */
export function ImportList() {
  const { t } = useTranslation("reviews");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const imports = useQuery(reviewImportsQuery(workspaceId));
  const takeBack = useTakeBack(workspaceId);
  if (imports.data === undefined || imports.data.length === 0) return null;
  return (
    <section className={classes["card"]} aria-labelledby="review-imports">
      <h2 id="review-imports">{t("imports")}</h2>
      <ul className={classes["imports"]}>
        {imports.data.map(({ id, fileName, source, kept, counts, quarantine, createdAt }) => (
          <li key={id}>
            <div>
              <strong>{fileName}</strong>
              <p className="soft">
                {[
                  t(`source.${source}`),
                  format.dateTime(createdAt, timeZone),
                  t("n", { count: kept, n: format.number(kept) }),
                  ...(counts.quarantined === 0
                    ? []
                    : [
                        `${format.number(counts.quarantined)} ${t("count.quarantined", { count: counts.quarantined })}`,
                      ]),
                ].join(" · ")}
              </p>
              {quarantine.length > 0 && <Quarantine rows={quarantine} />}
            </div>
            <DeleteButton name={fileName} loss={t("takeBack")} refusal="" onDelete={() => takeBack(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
