import { useTranslation } from "react-i18next";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";
import { LinkButton } from "./link-button.tsx";
import classes from "./links.module.css";

/** The links that leave a step, where there is no room for arcs. */
export function StepLinks({ stepId }: { stepId: string }) {
  const { t } = useTranslation("links");
  const { view } = useMap();
  const links = useStore(view, (map) => map?.links);
  const own = links?.filter(({ fromStepId }) => fromStepId === stepId) ?? [];
  if (own.length === 0) return null;
  return (
    <ul className={classes["list"]} aria-label={t("title")}>
      {own.map((link) => (
        <li key={link.id}>
          <LinkButton link={link} isWhole />
        </li>
      ))}
    </ul>
  );
}
