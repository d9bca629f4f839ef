import { Button } from "@mantine/core";
import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "#workspace/web/index.ts";
import type { SurveySummary } from "../../model.ts";
import { InviteDialog } from "./invite-dialog.tsx";

/** Invites people to an open survey, for who may. */
export function InviteButton({ survey: { id: surveyId, name, state } }: { survey: SurveySummary }) {
  const { t } = useTranslation("asking");
  const maySend = useMay("invitation:send");
  const [isInviting, setIsInviting] = useState(false);
  if (!maySend || state !== "open") return null;
  return (
    <>
      <Button variant="default" leftSection={<Send size={15} aria-hidden />} onClick={() => setIsInviting(true)}>
        {t("invite")}
      </Button>
      {isInviting && <InviteDialog surveys={[{ surveyId, name }]} onClose={() => setIsInviting(false)} />}
    </>
  );
}
