import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { CaseDetails, CaseEvent } from "../../cases/model.ts";
import classes from "./cases.module.css";
import { CustomerDeed } from "./customer-deed.tsx";

/** All that was done to a case, the latest first. */
export function CaseHistory({ of: { history, names, letters } }: { of: CaseDetails }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  return (
    <section>
      <h3 className={classes["subtitle"]}>{t("history")}</h3>
      <ol className={classes["history"]}>
        {history.toReversed().map((event) => (
          <li key={event.id} data-kind={event.deed.kind}>
            <Deed event={event} names={names} letters={letters} />
            <time className="soft" dateTime={event.at}>
              {format.dateTime(event.at, timeZone)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Known = Pick<CaseDetails, "names" | "letters">;

function Deed({ event: { deed, userId }, names, letters }: Known & { event: CaseEvent }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const nameOf = (id: string) => names[id] ?? t("formerMember");
  const who = userId === null ? "Parcours" : nameOf(userId);
  switch (deed.kind) {
    case "opened":
      return <p>{deed.isByRule ? t("deed.openedByRule") : t("deed.opened", { who })}</p>;
    case "assigned": {
      if (deed.to === null) return <p>{t("deed.taken", { who })}</p>;
      const to = nameOf(deed.to);
      if (deed.to === userId) return <p>{t("deed.took", { who })}</p>;
      return <p>{deed.isAutomatic ? t("deed.assignedByTurn", { to }) : t("deed.assigned", { who, to })}</p>;
    }
    case "state":
      return <p>{t("deed.state", { who, to: t(`state.${deed.to}`) })}</p>;
    case "priority":
      return <p>{t("deed.priority", { who, to: t(`priority.${deed.to}`) })}</p>;
    case "note":
      return (
        <>
          <p>{t("deed.note", { who })}</p>
          <p className={classes["words"]}>{deed.text}</p>
        </>
      );
    case "closed":
      return <p>{t("deed.closed", { who, cause: deed.cause })}</p>;
    case "mapped":
      return <p>{t(`deed.mapped.${deed.as}`, { who })}</p>;
    case "escalated":
      return <p>{t("deed.escalated", { to: format.list(deed.to.map(nameOf)) })}</p>;
    case "replied":
    case "asked":
    case "answered":
      break;
  }
  return <CustomerDeed deed={deed} who={who} letters={letters} />;
}
