import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AlertRule } from "../../alerts/model.ts";
import { useLeaving } from "../use-leaving.tsx";
import { RuleForm } from "./rule-form.tsx";

/** A rule in a window; null: one is to be made. */
export function RuleDialog({ rule, onClose }: { rule: AlertRule | null; onClose: () => void }) {
  const { t } = useTranslation("alerts");
  const { t: ui } = useTranslation("ui");
  const isPhone = useMediaQuery("(max-width: 48em)", window.matchMedia("(max-width: 48em)").matches) ?? false;
  const [isChanged, setIsChanged] = useState(false);
  const { leave, isAsking, question } = useLeaving(isChanged, onClose);
  return (
    <Modal
      opened
      closeOnEscape={!isAsking}
      fullScreen={isPhone}
      size="68rem"
      title={rule === null ? t("newRule") : rule.name}
      closeButtonProps={{ "aria-label": ui("close") }}
      onClose={leave}
    >
      <RuleForm rule={rule} onChanged={() => setIsChanged(true)} onSaved={onClose} onCancel={leave} />
      {question}
    </Modal>
  );
}
