import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { ErrorNote } from "#ui/error-state.tsx";
import { InlineText } from "#ui/inline-text.tsx";
import { Section } from "#ui/section.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { caseLimits } from "../../cases/model.ts";
import { causesQuery, useChangeCause } from "./queries.ts";

/** The root causes that cases were closed with, the commonest first: renamed, and no longer offered. */
export function CauseList() {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("library:edit");
  const causes = useQuery(causesQuery(workspaceId));
  const change = useChangeCause(workspaceId);
  return (
    <Section title={t("causes")} note={t("causesNote")}>
      <ErrorNote error={causes.error ?? change.error} />
      {causes.data?.length === 0 && <p className="soft">{t("noCauses")}</p>}
      {causes.data !== undefined && causes.data.length > 0 && (
        <TableScroll label={t("cause")}>
          <table className={table["table"]} data-read>
            <thead>
              <tr>
                <th scope="col">{t("cause")}</th>
                <th scope="col">{t("title")}</th>
                <th scope="col">{t("offered")}</th>
              </tr>
            </thead>
            <tbody>
              {causes.data.map(({ id, name, isArchived, cases }) => (
                <tr key={id}>
                  <td>
                    <InlineText
                      value={name}
                      label={t("cause")}
                      readOnly={!mayEdit}
                      maxLength={caseLimits.cause}
                      onSave={(next) => change.mutate({ id, name: next })}
                    />
                  </td>
                  <td>
                    <Link to="/w/$workspaceId/voice/cases" params={{ workspaceId }} search={{ cause: id }}>
                      {t("count", { count: cases })}
                    </Link>
                  </td>
                  <td>
                    {isArchived ? t("retired") : t("offeredYes")}{" "}
                    {mayEdit && (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        onClick={() => change.mutate({ id, isArchived: !isArchived })}
                      >
                        {t(isArchived ? "offerAgain" : "retire")}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Section>
  );
}
