import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { useMay, useSession } from "#workspace/web/index.ts";
import type { Warning, WarningRule } from "../../warnings.ts";
import { useShowItem } from "../comments/use-show-item.ts";
import { refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { Panel } from "../panel.tsx";
import { useScreen } from "../screen-context.ts";
import { useJourneyChange } from "../use-journey-change.ts";
import { useWarnings } from "./use-warnings.ts";
import classes from "./warnings.module.css";

/** A rule of one kind may be broken many times; the rest is a click away. */
const shownAtFirst = 5;

/** Everything the map is warned of: what, why, and a way out. */
export function WarningsPanel() {
  const { t } = useTranslation("warnings");
  const warnings = useWarnings();
  const rules = [...Map.groupBy(warnings, (warning) => warning.rule)];
  return (
    <Panel title={t("title")}>
      {rules.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      <ul className={classes["rules"]}>
        {rules.map(([rule, found]) => (
          <RuleItem key={rule} rule={rule} found={found} />
        ))}
      </ul>
    </Panel>
  );
}

function RuleItem({ rule, found }: { rule: WarningRule; found: readonly Warning[] }) {
  const { t } = useTranslation("warnings");
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? found : found.slice(0, shownAtFirst);
  return (
    <li className={classes["rule"]}>
      <h3>
        {t(`title.${rule}`)} <span className={classes["rest"]}>{rule}</span>
      </h3>
      <p>{t(`why.${rule}`, found[0]?.values ?? {})}</p>
      <ul>
        {shown.map((warning) => (
          <WarningItem key={`${warning.subject.id} ${Object.values(warning.values).join()}`} warning={warning} />
        ))}
      </ul>
      {found.length > shown.length && (
        <Button variant="subtle" size="compact-xs" onClick={() => setShowsAll(true)}>
          {t("more", { count: found.length - shown.length })}
        </Button>
      )}
    </li>
  );
}

function WarningItem({ warning }: { warning: Warning }) {
  const { t } = useTranslation("warnings");
  const said = t(`said.${warning.rule}`, warning.values);
  const what = said === "" ? t(warning.subject.kind === "stage" ? "unnamed.stage" : "unnamed.step") : said;
  const wayOut = useWayOut(warning);
  const showItem = useShowItem();
  const { kind, id } = warning.subject;
  return (
    <li className={classes["item"]}>
      {kind === "journey" ? (
        <span>{what}</span>
      ) : (
        <button type="button" aria-label={t("show", { what })} onClick={() => showItem(refOf(kind, id))}>
          {what}
        </button>
      )}
      {wayOut !== null && (
        <Button variant="default" size="compact-xs" onClick={wayOut.go} loading={wayOut.isBusy ?? false}>
          {wayOut.label}
        </Button>
      )}
    </li>
  );
}

interface WayOut {
  label: string;
  go: () => void;
  isBusy?: boolean;
}

/** What the reader may do about it, null when that is not theirs to do. */
function useWayOut({ rule, subject }: Warning): WayOut | null {
  const { t } = useTranslation("warnings");
  const { journey, show } = useScreen();
  const { editor, placing, edit } = useMap();
  const { user } = useSession();
  const change = useJourneyChange(journey);
  const errorWords = useErrorWords();
  const save = (body: { ownerId?: string; reviewedAt?: string }) =>
    change.mutate(body, { onError: (error) => toastError(errorWords(error)) });
  if (rule === "V6" || rule === "V12")
    return {
      label: t(rule === "V6" ? "out.figures" : "out.open"),
      go: () => show({ touchpoint: subject.id, panel: undefined }),
    };
  if (subject.kind === "card")
    return { label: t("out.open"), go: () => show({ panel: "card", item: refOf("card", subject.id) }) };
  if (editor === null) return null;
  if (rule === "V1") return { label: t("out.place"), go: () => placing.set(subject.id) };
  if (rule === "V4" || rule === "V5") return { label: t("out.rename"), go: () => edit(refOf("step", subject.id)) };
  if (rule === "V7") return { label: t("out.own"), go: () => save({ ownerId: user.id }), isBusy: change.isPending };
  if (rule === "V8")
    return {
      label: t("out.reviewed"),
      go: () => save({ reviewedAt: new Date().toISOString() }),
      isBusy: change.isPending,
    };
  if (rule === "V9") return { label: t("out.framing"), go: () => show({ panel: "framing" }) };
  return rule === "V14" ? { label: t("out.addStep"), go: () => edit(editor.addStep(subject.id)) } : null;
}

/** How many points there are to check, beside the title; it opens the panel. */
export function WarningsChip() {
  const { t } = useTranslation("warnings");
  const { show, search } = useScreen();
  const mayEdit = useMay("journey:edit");
  const { length } = useWarnings();
  if (!mayEdit || length === 0) return null;
  const isOpen = search.panel === "warnings";
  return (
    <button
      type="button"
      className={classes["chip"]}
      aria-expanded={isOpen}
      onClick={() => show({ panel: isOpen ? undefined : "warnings", touchpoint: undefined })}
    >
      {t("count", { count: length })}
    </button>
  );
}
