import { useTranslation } from "react-i18next";
import classes from "./comments.module.css";
import type { SubjectName } from "./subject-name.ts";
import { useShowItem } from "./use-show-item.ts";

/** What is commented on; a press leads to it. */
export function SubjectLink({ subject, named: { kind, name, isThere } }: { subject: string; named: SubjectName }) {
  const { t } = useTranslation("comments");
  const showItem = useShowItem();
  const content = (
    <>
      <span>{kind}</span> {name}
    </>
  );
  if (!isThere || subject === "journey") return <span className={classes["subject"]}>{content}</span>;
  return (
    <button
      type="button"
      className={classes["subject"]}
      aria-label={t("show", { what: `${kind} « ${name} »` })}
      onClick={() => showItem(subject)}
    >
      {content}
    </button>
  );
}
