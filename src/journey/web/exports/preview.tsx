import { Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Previews } from "./choice.ts";
import classes from "./exports.module.css";

/** Pages that are shown; of a large wall the first ones say enough. */
const most = 12;

/** The pages as they will be; null while they are drawn. */
export function Preview({ previews }: { previews: Previews | null }) {
  const { t } = useTranslation("exports");
  if (previews === null) {
    return (
      <div className={classes["preview"]}>
        <Loader aria-label={t("drawing")} />
      </div>
    );
  }
  const { pages, isWhole } = previews;
  const said = t("pages", { count: pages.length });
  return (
    <section className={classes["preview"]} aria-label={t("preview")}>
      {!isWhole && (
        <p role="status" className={classes["partial"]}>
          {t("unwritable")}
        </p>
      )}
      <p aria-live="polite">{pages.length > most ? `${said}, ${t("more", { count: pages.length - most })}` : said}</p>
      <div
        className={classes["pages"]}
        data-single={pages.length === 1}
        role="group"
        aria-label={said}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else what is out of sight cannot be reached by keyboard
        tabIndex={0}
      >
        {pages.slice(0, most).map((page, index) => (
          // The renderer writes whatever a map says as text and nothing else.
          // oxlint-disable-next-line react/no-danger, react/no-array-index-key
          <div key={index} className={classes["page"]} dangerouslySetInnerHTML={{ __html: page }} />
        ))}
      </div>
    </section>
  );
}
