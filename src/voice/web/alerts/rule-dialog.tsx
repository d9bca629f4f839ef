import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import type { AlertRule } from "../../alerts/model.ts";
import { useLeaving } from "../use-leaving.tsx";
import { RuleForm } from "./rule-form.tsx";

/** A rule in a window; null: one is to be made. */
export function RuleDialog({ rule, onClose }: { rule: AlertRule | null; onClose: () => void }) {
  const { t } = useTranslation("alerts");
  const isPhone = useMediaQuery("(max-width: 48em)", window.matchMedia("(max-width: 48em)").matches) ?? false;
  const [isChanged, setIsChanged] = useState(false);
  const { leave, question } = useLeaving(isChanged, onClose);
  return (
    <Dialog opened fullScreen={isPhone} size="68rem" title={rule === null ? t("newRule") : rule.name} onClose={leave}>
      <RuleForm rule={rule} onChanged={() => setIsChanged(true)} onSaved={onClose} onCancel={leave} />
      {question}
    </Dialog>
  );
}
