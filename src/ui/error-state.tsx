import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Issue } from "#platform/errors.ts";
import { ApiError } from "./call.ts";
import classes from "./state.module.css";

/** The sentence and the remedy for an error, in the language on screen. */
export function useErrorWords(): (error: unknown) => { sentence: string; remedy: string } {
  const { t, i18n } = useTranslation("ui");
  return (error) => {
    // A server newer than this page may have codes that the page does not know yet.
    const code = error instanceof ApiError && i18n.exists(`ui:error.${error.code}`) ? error.code : "internal";
    return { sentence: t(`error.${code}`), remedy: t(`remedy.${code}`) };
  };
}

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
  /** `h1` where it is the whole page. */
  heading?: "h1" | "h2";
}

/** A place that could not be shown: what happened, what to do, and a way to try again. */
export function ErrorState({ error, retry, heading: Heading = "h2" }: ErrorStateProps) {
  const { t } = useTranslation("ui");
  const { sentence, remedy } = useErrorWords()(error);
  return (
    <section className={classes["state"]} role="alert">
      <Heading>{sentence}</Heading>
      <div className={classes["text"]}>{remedy}</div>
      <IssueList error={error} />
      {retry !== undefined && (
        <div className={classes["action"]}>
          <Button variant="default" onClick={retry}>
            {t("retry")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** One thing wrong with an input in the reader's language; null: as the server says it. */
export type SayIssue = (issue: Issue) => string | null;

/** An error beside what caused it, in a form. */
export function ErrorNote({ error, say }: { error: unknown; say?: SayIssue }) {
  const words = useErrorWords();
  if (error === null || error === undefined) return null;
  const { sentence, remedy } = words(error);
  return (
    <div className={classes["note"]} role="alert">
      <strong>{sentence}</strong> {remedy}
      <IssueList error={error} say={say} />
    </div>
  );
}

function IssueList({ error, say }: { error: unknown; say?: SayIssue | undefined }) {
  if (!(error instanceof ApiError) || error.issues.length === 0) return null;
  return (
    <ul className={classes["issues"]}>
      {error.issues.map((issue) => (
        <li key={`${issue.path} ${issue.code} ${issue.message}`}>
          <code>{issue.path}</code> {say?.(issue) ?? issue.message}
        </li>
      ))}
    </ul>
  );
}
