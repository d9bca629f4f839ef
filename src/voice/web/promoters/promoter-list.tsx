import { Alert, Button, Checkbox } from "@mantine/core";
import { Heart, Mail } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import list from "#ui/list.module.css";
import { useMay } from "#workspace/web/index.ts";
import { type Promoter, promoterLimits, type PromoterView } from "../../promoters/model.ts";
import { PromoterItem } from "./promoter-item.tsx";
import classes from "./promoters.module.css";
import { WriteDialog } from "./write-dialog.tsx";

interface PromoterListProps {
  view: PromoterView;
  promoters: readonly Promoter[];
  canMail: boolean;
  /** The way to more of them. */
  older: ReactNode;
}

/** Promoters of a view; those who can be written to are, one by one or those that are ticked together. */
export function PromoterList({ view, promoters, canMail, older }: PromoterListProps) {
  const { t } = useTranslation("promoters");
  const maySend = useMay("invitation:send");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [written, setWritten] = useState<readonly Promoter[] | null>(null);
  if (promoters.length === 0)
    return (
      <EmptyState title={t(`none.${view}`)} picture={<Heart size={40} strokeWidth={1.2} />}>
        {t(`noneText.${view}`)}
      </EmptyState>
    );
  // A role is a record of what was asked and said: who is written to is chosen among the promoters of today.
  const isWriting = maySend && canMail && (view === "new" || view === "all");
  const reachable = promoters.filter(({ refusal }) => refusal === null).slice(0, promoterLimits.atOnce);
  const chosen = reachable.filter(({ id }) => ticked.has(id));
  const isAll = chosen.length > 0 && chosen.length === reachable.length;
  return (
    <>
      {!canMail && (
        <Alert variant="light" mb="sm">
          {t("noMail")}
        </Alert>
      )}
      {isWriting && (
        <div className={list["bulk"]}>
          <Checkbox
            label={t("tickAll", { count: chosen.length })}
            checked={isAll}
            indeterminate={chosen.length > 0 && !isAll}
            disabled={reachable.length === 0}
            onChange={() => setTicked(new Set(isAll ? [] : reachable.map(({ id }) => id)))}
          />
          <Button
            size="compact-sm"
            disabled={chosen.length === 0}
            leftSection={<Mail size={14} aria-hidden />}
            onClick={() => setWritten(chosen)}
          >
            {t("write")}
          </Button>
        </div>
      )}
      <ul className={list["list"]} aria-label={t("title")}>
        {promoters.map((promoter) => (
          <li key={promoter.id} className={classes["row"]}>
            {isWriting && (
              <Checkbox
                aria-label={t("tick", { who: promoter.email ?? t("somebody") })}
                disabled={promoter.refusal !== null}
                checked={ticked.has(promoter.id)}
                onChange={() => setTicked((before) => toggled(before, promoter.id))}
              />
            )}
            <PromoterItem promoter={promoter} />
          </li>
        ))}
      </ul>
      {older}
      {written !== null && (
        <WriteDialog
          people={written}
          onClose={() => {
            setWritten(null);
            setTicked(new Set());
          }}
        />
      )}
    </>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
