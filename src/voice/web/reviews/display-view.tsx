import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { ToCopy } from "#ui/to-copy.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { reviewsSnippet } from "../../reviews/snippet.ts";
import { Checklist } from "./checklist.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { displayQuery } from "./queries.ts";
import classes from "./reviews.module.css";

/** Shows one's own reviews on one's own site: what the law asks first, then the code to put there. */
export function DisplayView() {
  const { t } = useTranslation("reviews");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("review:edit");
  const { data, error, refetch } = useQuery(displayQuery(workspaceId));
  if (data === undefined)
    return error === null ? <Loading /> : <ErrorState error={error} retry={() => void refetch()} />;
  const { policy, checklist, url, published } = data;
  return (
    <div className={classes["display"]}>
      <Section title={t("checklist")} note={t("checklistNote")}>
        <Checklist items={checklist} policy={policy} />
      </Section>
      <div>
        {mayEdit && (
          <Section title={t("policy")} note={t("policyNote")}>
            <PolicyForm key={JSON.stringify(policy)} policy={policy} />
          </Section>
        )}
        <Section title={t("embed")} note={t("embedNote")}>
          {url === null ? (
            <p className={classes["bias"]}>{t("notYet")}</p>
          ) : (
            <div className={classes["choose"]}>
              <p>
                <a href={url} target="_blank" rel="noreferrer">
                  {t("openPage")}
                </a>{" "}
                · {t("n", { count: published, n: published })}
              </p>
              <ToCopy isLong label={t("snippet")} text={reviewsSnippet(url, t("snippetLink"))} />
              <p className="soft">{t("snippetNote")}</p>
            </div>
          )}
        </Section>
      </div>
    </div>
  );
}
