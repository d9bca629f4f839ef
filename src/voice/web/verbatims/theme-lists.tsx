import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { CommentFilter, Theme } from "../../comments/model.ts";
import { themesQuery } from "./queries.ts";
import classes from "./verbatims.module.css";

/** What unhappy comments say more than happy ones, and the other way round; a word looks for itself. */
export function ThemeLists({ filter, onWord }: { filter: CommentFilter; onWord: (word: string) => void }) {
  const { t } = useTranslation("verbatims");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(themesQuery(workspaceId, filter));
  if (data === undefined) return null;
  const { positive, negative, compared } = data;
  return (
    <section className={classes["card"]}>
      <h2>{t("themes")}</h2>
      <p className="soft">
        {t("themes.note", { positive: format.number(compared.positive), negative: format.number(compared.negative) })}
      </p>
      {positive.length + negative.length === 0 ? (
        <p className="soft">{t("themes.none")}</p>
      ) : (
        <div className={classes["themes"]}>
          <ThemeList title={t("themes.negative")} polarity="negative" themes={negative} onWord={onWord} />
          <ThemeList title={t("themes.positive")} polarity="positive" themes={positive} onWord={onWord} />
        </div>
      )}
    </section>
  );
}

interface ThemeListProps {
  title: string;
  polarity: "positive" | "negative";
  themes: readonly Theme[];
  onWord: (word: string) => void;
}

function ThemeList({ title, polarity, themes, onWord }: ThemeListProps) {
  const { t } = useTranslation("verbatims");
  const format = useFormat();
  const strongest = themes[0]?.z ?? 1;
  return (
    <div>
      <h3 data-polarity={polarity}>{title}</h3>
      <ul>
        {themes.slice(0, 10).map(({ shown, inSide, inOther, z }) => (
          <li key={shown}>
            <button
              type="button"
              title={t("themes.counts", { inSide: format.number(inSide), inOther: format.number(inOther) })}
              onClick={() => onWord(shown)}
            >
              {shown}
            </button>
            <span
              className={classes["strength"]}
              data-polarity={polarity}
              style={{ width: `${(z / strongest) * 3}rem` }}
              aria-hidden
            />
            <span className="soft num">{format.number(inSide)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
