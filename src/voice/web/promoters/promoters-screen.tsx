import { Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { urlOf } from "#ui/call.ts";
import table from "#ui/data-table.module.css";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { exportPromoters } from "../../api/promoters.ts";
import { type PromoterCounts, type PromoterRole, type PromoterView, promoterViews } from "../../promoters/model.ts";
import { VoicePage } from "../voice-page.tsx";
import { PromoterList } from "./promoter-list.tsx";
import classes from "./promoters.module.css";
import { promotersQuery } from "./queries.ts";

/** Customers who are pleased: whom to thank, and who has taken a role. */
export function PromotersScreen() {
  const { t } = useTranslation("promoters");
  const { id: workspaceId } = useWorkspace();
  const { view = "new" }: { view?: PromoterView } = useSearch({ strict: false });
  const navigate = useNavigate();
  const promoters = useInfiniteQuery(promotersQuery(workspaceId, view));
  const pages = promoters.data?.pages;
  const last = pages?.at(-1);
  return (
    <VoicePage title={t("title")}>
      <p className={`soft ${classes["what"]}`}>{t("what")}</p>
      <div className={table["tools"]}>
        <div className={classes["views"]}>
          <SegmentedControl
            aria-label={t("views")}
            value={view}
            data={promoterViews.map((value) => ({ value, label: <ViewName view={value} counts={last?.counts} /> }))}
            onChange={(next) => void navigate({ to: ".", search: { view: next } })}
          />
        </div>
        {(view === "ambassador" || view === "committee") && <ExportButton role={view} />}
      </div>
      {promoters.isPending ? (
        <Loading />
      ) : pages === undefined || last === undefined ? (
        <ErrorState error={promoters.error} retry={() => void promoters.refetch()} />
      ) : (
        <PromoterList
          key={view}
          view={view}
          promoters={pages.flatMap((page) => page.promoters)}
          canMail={last.canMail}
          older={
            promoters.hasNextPage && (
              <Button
                variant="default"
                mt="md"
                loading={promoters.isFetchingNextPage}
                onClick={() => void promoters.fetchNextPage()}
              >
                {t("older")}
              </Button>
            )
          }
        />
      )}
    </VoicePage>
  );
}

function ViewName({ view, counts }: { view: PromoterView; counts: PromoterCounts | undefined }) {
  const { t } = useTranslation("promoters");
  if (view === "new" || view === "all") return t(`view.${view}`, { n: counts?.[view] ?? "…" });
  const { accepted, asked } = counts?.[view] ?? { accepted: "…", asked: "…" };
  return <span title={t("ofAsked")}>{t(`view.${view}`, { accepted, asked })}</span>;
}

function ExportButton({ role }: { role: PromoterRole }) {
  const { t } = useTranslation("promoters");
  const { id: workspaceId } = useWorkspace();
  return (
    useMay("person:read") && (
      <Button
        component="a"
        href={urlOf(exportPromoters.path, { workspaceId }, { role })}
        download={`${role}.csv`}
        variant="default"
        size="sm"
        leftSection={<Download size={15} aria-hidden />}
      >
        {t("export")}
      </Button>
    )
  );
}
