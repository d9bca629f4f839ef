import { useTranslation } from "react-i18next";
import state from "#ui/state.module.css";
import type { Issue } from "../rules.ts";
import { languageNames } from "./languages.ts";

/** What keeps a survey from being asked, each named by its question. */
export function IssueNote({ issues }: { issues: readonly Issue[] }) {
  const { t, i18n } = useTranslation("voice");
  const names = languageNames(i18n.language);
  if (issues.length === 0) return null;
  const say = ({ path, code, message }: Issue) => {
    const number = /^questions\.(\d+)/.exec(path)?.[1];
    const language = code === "unsaid" ? path.slice(path.lastIndexOf(".") + 1) : undefined;
    const what = i18n.exists(`voice:issue.${code}`)
      ? t(`issue.${code as "unsaid"}`, { language: language === undefined ? "" : names(language) })
      : message;
    return number === undefined ? what : t("issueOf", { number: Number(number) + 1, what });
  };
  return (
    <div className={state["note"]} role="alert">
      <strong>{t("issues")}</strong>
      <ul className={state["issues"]}>
        {[...new Set(issues.map(say))].map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </div>
  );
}
