import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { locales } from "#workspace/model.ts";
import { type Audience, audiences, interviewLimits } from "../../interviews/model.ts";
import { useCreateGuide, useJourneys } from "./queries.ts";

/** Makes a guide out of the steps of a map, and goes on with it. */
export function NewGuide({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId, locale } = useWorkspace();
  const navigate = useNavigate();
  const journeys = useJourneys();
  const [name, setName] = useState("");
  const [chosen, setJourneyId] = useState<string | null | undefined>(undefined);
  const [audience, setAudience] = useState<Audience>("customer");
  const [language, setLanguage] = useState(locale);
  const create = useCreateGuide(
    ({ id }) =>
      void navigate({ to: "/w/$workspaceId/voice/interviews/guides/$guideId", params: { workspaceId, guideId: id } }),
  );
  const journeyId = chosen === undefined ? (journeys.data?.[0]?.id ?? null) : chosen;
  const journey = journeys.data?.find(({ id }) => id === journeyId);
  const save = () =>
    create.mutate({ name: name.trim() || (journey?.name ?? t("guide")), audience, language, journeyId });
  return (
    <FormDialog
      title={t("newGuide")}
      action={t("makeGuide")}
      busy={create.isPending}
      error={create.error}
      onSubmit={save}
      onClose={onClose}
    >
      <Select
        label={t("journey")}
        description={t("journeyHelp")}
        clearable
        value={journeyId}
        onChange={setJourneyId}
        data={(journeys.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        data-autofocus
      />
      <TextInput
        label={t("guideName")}
        placeholder={journey?.name ?? ""}
        maxLength={interviewLimits.name}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <SegmentedControl
        aria-label={t("audience")}
        value={audience}
        onChange={setAudience}
        data={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
      <SegmentedControl
        aria-label={t("language")}
        value={language}
        onChange={setLanguage}
        data={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
    </FormDialog>
  );
}
