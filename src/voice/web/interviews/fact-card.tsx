import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePersonas } from "#persona/web/index.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { InterviewDetails } from "../../interviews/model.ts";
import { FactFields, type Facts, toFacts } from "./fact-fields.tsx";
import classes from "./interview.module.css";
import { useInterviewDeeds } from "./queries.ts";

/** Who spoke, when, to whom and how. */
export function FactCard({ of }: { of: InterviewDetails }) {
  const { t } = useTranslation("interviews");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const personas = usePersonas(workspaceId);
  const mayEdit = useMay("interview:edit");
  const [isEditing, setIsEditing] = useState(false);
  const facts = [
    ["participant", [t(`participant.${of.participant}`), of.segment].filter(Boolean).join(" · ")],
    ["persona", personas.data?.find(({ id }) => id === of.personaId)?.name],
    ["heldOn", `${format.date(of.heldOn)} · ${t(`channel.${of.channel}`)}`],
    ["interviewer", of.interviewer],
    ["contact", of.contact?.value],
    ["notes", of.notes],
  ] as const;
  return (
    <section className={classes["card"]} aria-label={t("facts")}>
      <dl>
        {facts.map(([key, value]) =>
          value === undefined || value === "" ? null : (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <div className={classes["deeds"]}>
        {mayEdit && of.ended === null && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Pencil size={13} aria-hidden />}
            onClick={() => setIsEditing(true)}
          >
            {t("edit")}
          </Button>
        )}
        {of.guideId !== null && (
          <Link to="/w/$workspaceId/voice/interviews/guides/$guideId" params={{ workspaceId, guideId: of.guideId }}>
            {t("openGuide")}
          </Link>
        )}
      </div>
      {isEditing && <EditFacts of={of} onClose={() => setIsEditing(false)} />}
    </section>
  );
}

function EditFacts({ of, onClose }: { of: InterviewDetails; onClose: () => void }) {
  const { t } = useTranslation("interviews");
  const mayReadPeople = useMay("person:read");
  const { change } = useInterviewDeeds(of.id);
  const [facts, setFacts] = useState<Facts>({
    pseudonym: of.pseudonym,
    participant: of.participant,
    personaId: of.personaId,
    segment: of.segment,
    guideId: of.guideId,
    heldOn: of.heldOn,
    interviewer: of.interviewer,
    channel: of.channel,
    state: of.state,
    notes: of.notes,
    contact: of.contact?.value ?? "",
  });
  const save = () => {
    const { contact, ...rest } = toFacts(facts);
    // Who may not read it has not seen it, and leaves it as it is.
    change.mutate({ ...rest, ...(mayReadPeople && { contact }) }, { onSuccess: onClose });
  };
  return (
    <FormDialog title={t("facts")} busy={change.isPending} error={change.error} onSubmit={save} onClose={onClose}>
      <FactFields facts={facts} onChange={(part) => setFacts({ ...facts, ...part })} />
    </FormDialog>
  );
}
