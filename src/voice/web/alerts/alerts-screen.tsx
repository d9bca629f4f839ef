import { Button, SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { BellPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "#workspace/web/index.ts";
import { VoicePage } from "../voice-page.tsx";
import { AlertList } from "./alert-list.tsx";
import classes from "./alerts.module.css";
import { RuleDialog } from "./rule-dialog.tsx";
import { RuleList } from "./rule-list.tsx";
import { WebhookList } from "./webhook-list.tsx";

const views = ["alerts", "rules", "webhooks"] as const;

/** What was raised, and by which rules. */
export function AlertsScreen() {
  const { t } = useTranslation("alerts");
  const mayEdit = useMay("alert:edit");
  const shown = views.filter((each) => each !== "webhooks" || mayEdit);
  const navigate = useNavigate();
  const { view = "alerts" }: { view?: (typeof views)[number] } = useSearch({ strict: false });
  const [isMaking, setIsMaking] = useState(false);
  const make = mayEdit && (
    <Button leftSection={<BellPlus size={16} aria-hidden />} onClick={() => setIsMaking(true)}>
      {t("newRule")}
    </Button>
  );
  return (
    <VoicePage title={t("alerts")} actions={make}>
      <SegmentedControl
        className={classes["views"] ?? ""}
        aria-label={t("views")}
        value={view}
        data={shown.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(next) => void navigate({ to: ".", search: next === "alerts" ? {} : { view: next } })}
      />
      {view === "rules" ? (
        <RuleList start={make} />
      ) : view === "webhooks" && mayEdit ? (
        <WebhookList />
      ) : (
        <AlertList start={make} />
      )}
      {isMaking && <RuleDialog rule={null} onClose={() => setIsMaking(false)} />}
    </VoicePage>
  );
}
