import { Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { usePersonas } from "#persona/web/index.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import {
  channels,
  type InterviewFacts,
  interviewLimits,
  interviewStates,
  participants,
} from "../../interviews/model.ts";
import { personOf } from "../asking/person-of.ts";
import classes from "./interviews.module.css";
import { guidesQuery } from "./queries.ts";

/** What is said of an interview while it is being written: the contact as it is typed. */
export interface Facts extends Omit<InterviewFacts, "contact"> {
  contact: string;
}

export function toFacts({ contact, ...facts }: Facts): InterviewFacts {
  return { ...facts, contact: contact.trim() === "" ? null : contactOf(contact) };
}

function contactOf(typed: string): InterviewFacts["contact"] {
  const { kind, value } = personOf(typed);
  return { kind: kind === "email" || kind === "phone" ? kind : "customer", value };
}

interface FactFieldsProps {
  facts: Facts;
  onChange: (change: Partial<Facts>) => void;
  /** Then a name is given by itself, and its state is known. */
  isNew?: boolean;
}

/** Who is listened to, when, by whom and how. */
export function FactFields({ facts, onChange, isNew = false }: FactFieldsProps) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const mayReadPeople = useMay("person:read");
  const personas = usePersonas(workspaceId);
  const guides = useQuery(guidesQuery(workspaceId));
  return (
    <div className={classes["fields"]}>
      <TextInput
        label={t("pseudonym")}
        description={t("pseudonymHelp")}
        placeholder={isNew ? t("pseudonymGiven") : ""}
        required={!isNew}
        maxLength={interviewLimits.name}
        value={facts.pseudonym}
        onChange={({ currentTarget }) => onChange({ pseudonym: currentTarget.value })}
        data-autofocus
      />
      <Select
        label={t("participant")}
        allowDeselect={false}
        value={facts.participant}
        onChange={(value) => onChange({ participant: participants.find((each) => each === value) ?? "customer" })}
        data={participants.map((value) => ({ value, label: t(`participant.${value}`) }))}
      />
      <Select
        label={t("persona")}
        clearable
        value={facts.personaId}
        onChange={(personaId) => onChange({ personaId })}
        data={(personas.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        label={t("segment")}
        maxLength={interviewLimits.name}
        value={facts.segment}
        onChange={({ currentTarget }) => onChange({ segment: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t("heldOn")}
        required
        value={facts.heldOn}
        onChange={({ currentTarget }) => onChange({ heldOn: currentTarget.value })}
      />
      <Select
        label={t("channel")}
        allowDeselect={false}
        value={facts.channel}
        onChange={(value) => onChange({ channel: channels.find((each) => each === value) ?? "inPerson" })}
        data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <TextInput
        label={t("interviewer")}
        maxLength={interviewLimits.name}
        value={facts.interviewer}
        onChange={({ currentTarget }) => onChange({ interviewer: currentTarget.value })}
      />
      <Select
        label={t("guide")}
        clearable
        value={facts.guideId}
        onChange={(guideId) => onChange({ guideId })}
        data={(guides.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {mayReadPeople && (
        <TextInput
          label={t("contact")}
          description={t("contactHelp")}
          maxLength={interviewLimits.name}
          value={facts.contact}
          onChange={({ currentTarget }) => onChange({ contact: currentTarget.value })}
        />
      )}
      {!isNew && (
        <Select
          label={t("state")}
          allowDeselect={false}
          value={facts.state}
          onChange={(value) => onChange({ state: interviewStates.find((each) => each === value) ?? "planned" })}
          data={interviewStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      )}
      {!isNew && (
        <Textarea
          className={classes["wide"] ?? ""}
          label={t("notes")}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={interviewLimits.text}
          value={facts.notes}
          onChange={({ currentTarget }) => onChange({ notes: currentTarget.value })}
        />
      )}
    </div>
  );
}
