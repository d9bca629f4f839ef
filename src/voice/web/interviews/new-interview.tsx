import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useSession, useWorkspace } from "#workspace/web/index.ts";
import { FactFields, type Facts, toFacts } from "./fact-fields.tsx";
import { useCreateInterview } from "./queries.ts";
import { today } from "./today.ts";

/** Plans an interview, and goes on with it. */
export function NewInterview({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId, timeZone } = useWorkspace();
  const { user } = useSession();
  const navigate = useNavigate();
  const [facts, setFacts] = useState<Facts>({
    pseudonym: "",
    participant: "customer",
    personaId: null,
    segment: "",
    guideId: null,
    heldOn: today(timeZone),
    interviewer: user.name,
    channel: "inPerson",
    state: "planned",
    notes: "",
    contact: "",
  });
  const create = useCreateInterview(
    ({ id }) =>
      void navigate({
        to: "/w/$workspaceId/voice/interviews/$interviewId",
        params: { workspaceId, interviewId: id },
      }),
  );
  const save = () => {
    const { pseudonym, ...rest } = toFacts(facts);
    create.mutate({ ...rest, ...(pseudonym !== "" && { pseudonym }) });
  };
  return (
    <FormDialog
      title={t("newInterview")}
      action={t("plan")}
      busy={create.isPending}
      error={create.error}
      onSubmit={save}
      onClose={onClose}
    >
      <FactFields facts={facts} onChange={(change) => setFacts({ ...facts, ...change })} isNew />
    </FormDialog>
  );
}
