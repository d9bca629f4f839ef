import { Modal, type ModalProps } from "@mantine/core";
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

/**
 * A window over the screen that says how to close it. Until it is first opened it is not there, and costs nothing. Escape
 * closes the one that has the focus, and leaves those under it.
 */
export function Dialog({ opened, onClose, ...props }: Omit<ModalProps, "closeOnEscape">) {
  const { t } = useTranslation("ui");
  const [wasOpened, setWasOpened] = useState(opened);
  // It is there, closed, before it opens: so it comes in as it will every other time.
  const isReady = useDeferredValue(wasOpened, false);
  if (opened && !wasOpened) setWasOpened(true);
  const root = useRef<HTMLDivElement>(null);
  // While the focus is on its way back from a dialog that was just closed, the key is for the one that is left on top.
  useEffect(() => {
    if (!opened) return undefined;
    const onLost = (event: globalThis.KeyboardEvent) => {
      const top = [...document.querySelectorAll("[data-modal-content]")].at(-1) ?? null;
      const isOurs = event.target === document.body && root.current?.contains(top) === true;
      if (event.key === "Escape" && isOurs) onClose();
    };
    window.addEventListener("keydown", onLost);
    return () => window.removeEventListener("keydown", onLost);
  }, [opened, onClose]);
  if (!wasOpened) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing || opensList(event)) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <Modal
      ref={root}
      opened={opened && isReady}
      onClose={onClose}
      // It would listen to the whole window, and close with every dialog that lies over it.
      closeOnEscape={false}
      onKeyDown={onKeyDown}
      closeButtonProps={{ "aria-label": t("close") }}
      {...props}
    />
  );
}

/** Whether the key is for the list that a field has opened. */
function opensList({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest("[aria-expanded='true'], [data-mantine-stop-propagation='true']") !== null
  );
}
