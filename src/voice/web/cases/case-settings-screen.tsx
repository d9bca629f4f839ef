import { Button, Checkbox, NumberInput, Select, TagsInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { toast } from "#ui/toast.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { readDay, sayDay } from "../../cases/day-hours.ts";
import { type CaseSettings, type Escalation, priorities } from "../../cases/model.ts";
import { VoicePage } from "../voice-page.tsx";
import { AgentTable } from "./agent-table.tsx";
import { CauseList } from "./cause-list.tsx";
import classes from "./case-settings.module.css";
import { CustomerFields } from "./customer-fields.tsx";
import { caseSettingsQuery, type CaseTeam, useSaveCaseSettings } from "./queries.ts";
import { useWorkers } from "./use-people.ts";

/** How a workspace follows its cases up: when, how fast, who, and what it calls the causes. */
export function CaseSettingsScreen() {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const team = useQuery(caseSettingsQuery(workspaceId));
  return (
    <VoicePage
      title={t("settings")}
      actions={
        <Button component={Link} to={`/w/${workspaceId}/voice/cases`} variant="default">
          {t("backToCases")}
        </Button>
      }
    >
      {team.isPending && <Loading />}
      {team.isError && <ErrorState error={team.error} retry={() => void team.refetch()} />}
      {team.isSuccess && <SettingsForm team={team.data} />}
      <CauseList />
    </VoicePage>
  );
}

function SettingsForm({ team }: { team: CaseTeam }) {
  const { t } = useTranslation("cases");
  const { t: ui } = useTranslation("ui");
  const { id: workspaceId, timeZone } = useWorkspace();
  const readOnly = !useMay("library:edit");
  const [{ settings, agents }, setDraft] = useState(team);
  const [days, setDays] = useState(() => team.settings.hours.week.map(sayDay));
  const save = useSaveCaseSettings(workspaceId, () => toast(t("saved")));
  const change = (part: Partial<CaseSettings>) => setDraft({ agents, settings: { ...settings, ...part } });
  const week = days.map(readDay);
  const isReadable = week.every((day) => day !== null);
  const { hours, sla } = settings;
  return (
    <form
      className={classes["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        const read = week.filter((day) => day !== null);
        if (isReadable) save.mutate({ agents, settings: { ...settings, hours: { ...hours, week: read } } });
      }}
    >
      <Section title={t("hours")} note={t("hoursNote", { timeZone })}>
        <div className={classes["week"]}>
          {days.map((text, at) => (
            <TextInput
              // Seven days, always the same.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              label={t(`day.${at}` as "day.0")}
              placeholder={t("closedDay")}
              readOnly={readOnly}
              value={text}
              error={week[at] === null && t("hoursWrong")}
              onChange={({ currentTarget }) => setDays(days.with(at, currentTarget.value))}
            />
          ))}
        </div>
        <Checkbox
          label={t("frenchHolidays")}
          disabled={readOnly}
          checked={hours.hasFrenchHolidays}
          onChange={({ currentTarget }) => change({ hours: { ...hours, hasFrenchHolidays: currentTarget.checked } })}
        />
        <TagsInput
          label={t("closedDays")}
          description={t("closedDaysHelp")}
          readOnly={readOnly}
          value={hours.closedDays}
          onChange={(closedDays) => change({ hours: { ...hours, closedDays } })}
        />
      </Section>
      <Section title={t("sla")} note={t("slaNote")}>
        <div className={classes["sla"]}>
          {priorities.map((priority) => (
            <NumberInput
              key={priority}
              label={t(`priority.${priority}`)}
              suffix={` ${t("hoursUnit")}`}
              min={1}
              max={1000}
              allowDecimal={false}
              clampBehavior="strict"
              readOnly={readOnly}
              value={sla[priority]}
              onChange={(value) => typeof value === "number" && change({ sla: { ...sla, [priority]: value } })}
            />
          ))}
        </div>
        <EscalationField
          value={settings.escalation}
          readOnly={readOnly}
          onChange={(escalation) => change({ escalation })}
        />
      </Section>
      <Section title={t("agents")} note={t("agentsNote")}>
        <Checkbox
          label={t("isAssigned")}
          disabled={readOnly}
          checked={settings.isAssigned}
          onChange={({ currentTarget }) => change({ isAssigned: currentTarget.checked })}
        />
        <AgentTable agents={agents} readOnly={readOnly} onChange={(next) => setDraft({ settings, agents: next })} />
      </Section>
      <CustomerFields settings={settings} readOnly={readOnly} onChange={change} />
      <ErrorNote error={save.error} />
      {!readOnly && (
        <Button type="submit" loading={save.isPending} disabled={!isReadable}>
          {ui("save")}
        </Button>
      )}
    </form>
  );
}

interface EscalationFieldProps {
  value: Escalation;
  readOnly: boolean;
  onChange: (value: Escalation) => void;
}

function EscalationField({ value, readOnly, onChange }: EscalationFieldProps) {
  const { t } = useTranslation("cases");
  const workers = useWorkers();
  const roles = ["owner", "editor", "contributor"] as const;
  const chosen =
    value.to === "nobody" ? "nobody" : value.to === "role" ? `role ${value.role}` : `person ${value.userId}`;
  return (
    <Select
      label={t("escalation")}
      description={t("escalationHelp")}
      allowDeselect={false}
      readOnly={readOnly}
      value={chosen}
      onChange={(next) => {
        const role = roles.find((each) => next === `role ${each}`);
        const person = workers.find((each) => next === `person ${each.value}`);
        if (role !== undefined) onChange({ to: "role", role });
        else if (person === undefined) onChange({ to: "nobody" });
        else onChange({ to: "person", userId: person.value });
      }}
      data={[
        { value: "nobody", label: t("toNobody") },
        { group: t("toRole"), items: roles.map((role) => ({ value: `role ${role}`, label: t(`role.${role}`) })) },
        { group: t("toPerson"), items: workers.map(({ value: id, label }) => ({ value: `person ${id}`, label })) },
      ]}
    />
  );
}
