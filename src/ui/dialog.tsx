import { Modal, type ModalProps } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";

/** A window over the screen that says how to close it. Until it is first opened it is not there, and costs nothing. */
export function Dialog({ opened, ...props }: ModalProps) {
  const { t } = useTranslation("ui");
  const [wasOpened, setWasOpened] = useState(opened);
  // It is there, closed, before it opens: so it comes in as it will every other time.
  const isReady = useDeferredValue(wasOpened, false);
  if (opened && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return <Modal opened={opened && isReady} closeButtonProps={{ "aria-label": t("close") }} {...props} />;
}
