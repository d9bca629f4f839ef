import { useTranslation } from "react-i18next";
import { ApiError } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import type { FileProblemCode } from "../../format/refusal.ts";
import classes from "./importing.module.css";

/** What is wrong with a file, and where, in the reader's language. */
export function FileProblems({ error }: { error: unknown }) {
  const { t } = useTranslation("importing");
  if (!(error instanceof ApiError) || error.code !== "file_unreadable") return <ErrorNote error={error} />;
  return (
    <div className={classes["problems"]} role="alert">
      <strong>{t("refused")}</strong>
      <ul>
        {error.issues.map(({ path, code, message }) => {
          const problem = t(`problem.${code as FileProblemCode}`);
          // The place is a line of text, told by its number, or a sheet and a cell, which have names.
          const line = /^line (\d+)$/.exec(path)?.[1];
          const where = line === undefined ? path : t("line", { line });
          return <li key={`${path} ${message}`}>{path === "" ? problem : t("at", { where, problem })}</li>;
        })}
      </ul>
    </div>
  );
}
