import { Button } from "@mantine/core";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";

/** A screen that failed: what happened, what to do, try again. */
export function BrokenScreen({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("ui");
  const router = useRouter();
  useEffect(() => {
    document.title = `${t("somethingWrong")} · Parcours`;
  }, [t]);
  return (
    <main id="main" tabIndex={-1} style={{ gridArea: "main" }}>
      <ErrorState
        heading="h1"
        error={error}
        retry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}

export function MissingScreen() {
  const { t } = useTranslation("app");
  useEffect(() => {
    document.title = `${t("notFoundTitle")} · Parcours`;
  }, [t]);
  return (
    <main id="main" tabIndex={-1} style={{ gridArea: "main" }}>
      <EmptyState
        heading="h1"
        title={t("notFoundTitle")}
        action={
          <Button component={Link} to="/">
            {t("goHome")}
          </Button>
        }
      >
        {t("notFoundText")}
      </EmptyState>
    </main>
  );
}
