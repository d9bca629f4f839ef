import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface FormButtonsProps {
  /** What is done with the form, as a verb; « Save » unless told. */
  action?: string | undefined;
  busy: boolean;
  onCancel: () => void;
}

/** The two ways out of a form, for the row at its foot. */
export function FormButtons({ action, busy, onCancel }: FormButtonsProps) {
  const { t } = useTranslation("ui");
  return (
    <>
      <Button variant="default" onClick={onCancel}>
        {t("cancel")}
      </Button>
      <Button type="submit" loading={busy}>
        {action ?? t("save")}
      </Button>
    </>
  );
}
