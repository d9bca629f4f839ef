import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ApiError } from "./call.ts";
import classes from "./state.module.css";

/** The sentence and the remedy for an error, in the language on screen. */
export function useErrorWords(): (error: unknown) => { sentence: string; remedy: string } {
  const { t } = useTranslation("ui");
  return (error) => {
    const code = error instanceof ApiError ? error.code : "internal";
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

/** An error beside what caused it, in a form. */
export function ErrorNote({ error }: { error: unknown }) {
  const words = useErrorWords();
  if (error === null || error === undefined) return null;
  const { sentence, remedy } = words(error);
  return (
    <div className={classes["note"]} role="alert">
      <strong>{sentence}</strong> {remedy}
      <IssueList error={error} />
    </div>
  );
}

function IssueList({ error }: { error: unknown }) {
  if (!(error instanceof ApiError) || error.issues.length === 0) return null;
  return (
    <ul className={classes["issues"]}>
      {error.issues.map((issue) => (
        <li key={`${issue.path} ${issue.code}`}>
          <code>{issue.path}</code> {issue.message}
        </li>
      ))}
    </ul>
  );
}
