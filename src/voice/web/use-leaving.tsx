import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "#ui/confirm.tsx";

interface Leaving {
  /** Closes the form, or asks first when something would be lost. */
  leave: () => void;
  question: ReactNode;
}

/** Lets nobody lose what they have written by closing its window. */
export function useLeaving(isChanged: boolean, onClose: () => void): Leaving {
  const { t } = useTranslation("voice");
  const [isAsking, setIsAsking] = useState(false);
  return {
    leave: () => (isChanged ? setIsAsking(true) : onClose()),
    // There only when it asks: else the Escape that opens it would close it again.
    question: isAsking && (
      <Confirm
        opened
        title={t("leaveTitle")}
        action={t("leave")}
        onConfirm={onClose}
        onClose={() => setIsAsking(false)}
      >
        {t("leaveText")}
      </Confirm>
    ),
  };
}
