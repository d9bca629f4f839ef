import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { AlertRule } from "../../alerts/model.ts";
import { RuleForm } from "./rule-form.tsx";

/** A rule in a window; null: one is to be made. */
export function RuleDialog({ rule, onClose }: { rule: AlertRule | null; onClose: () => void }) {
  const { t } = useTranslation("alerts");
  const { t: ui } = useTranslation("ui");
  const isPhone = useMediaQuery("(max-width: 48em)", window.matchMedia("(max-width: 48em)").matches) ?? false;
  return (
    <Modal
      opened
      fullScreen={isPhone}
      size="68rem"
      title={rule === null ? t("newRule") : rule.name}
      closeButtonProps={{ "aria-label": ui("close") }}
      onClose={onClose}
    >
      <RuleForm rule={rule} onSaved={onClose} onCancel={onClose} />
    </Modal>
  );
}
