import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "#ui/call.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { getShared } from "../../api/shares.ts";
import { SharedDoor } from "./shared-door.tsx";
import { SharedMap } from "./shared-map.tsx";
import classes from "./shared.module.css";

/** What whoever has a share link sees, signed in or not: one map, and nothing to change. */
export function SharedScreen() {
  const { t } = useTranslation("sharing");
  const { token = "" } = useParams({ strict: false });
  const queryClient = useQueryClient();
  const queryKey = ["shared", token];
  const shared = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(getShared, { params: { token }, signal }),
    staleTime: Infinity,
  });
  const problem = issueOf(shared.error);
  if (shared.isSuccess) return <SharedMap shared={shared.data} />;
  return (
    <main id="main" tabIndex={-1} className={classes["closed"]}>
      {shared.isPending && (
        <>
          <h1 className={classes["unseen"]}>{t("sharedLoading")}</h1>
          <Loading rows={6} />
        </>
      )}
      {problem === "password" && (
        <SharedDoor token={token} onOpen={(journey) => queryClient.setQueryData(queryKey, journey)} />
      )}
      {(problem === "expired" || problem === "revoked") && (
        <EmptyState heading="h1" title={t(problem)}>
          {t("closedText")}
        </EmptyState>
      )}
      {problem === "not_found" && (
        <EmptyState heading="h1" title={t("missing")}>
          {t("missingText")}
        </EmptyState>
      )}
      {problem === "other" && <ErrorState heading="h1" error={shared.error} retry={() => void shared.refetch()} />}
    </main>
  );
}

type Problem = "password" | "expired" | "revoked" | "not_found" | "other";

/** Why a link shows nothing; null as long as it may. */
function issueOf(error: unknown): Problem | null {
  if (error === null) return null;
  if (!(error instanceof ApiError)) return "other";
  const code = error.issues[0]?.code;
  if (code === "password" || code === "expired" || code === "revoked") return code;
  return error.code === "not_found" || error.code === "invalid_input" ? "not_found" : "other";
}
