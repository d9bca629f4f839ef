import { Button, Checkbox, NumberInput, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import type { ReviewPolicy } from "../../reviews/policy.ts";
import { useSetPolicy } from "./queries.ts";

const languages = ["fr", "en"] as const;

/** What only the company can say of its reviews. */
export function PolicyForm({ policy }: { policy: ReviewPolicy }) {
  const { t } = useTranslation("reviews");
  const { t: ui } = useTranslation("ui");
  const { id: workspaceId } = useWorkspace();
  const [draft, setDraft] = useState(policy);
  const save = useSetPolicy(workspaceId);
  const change = (part: Partial<ReviewPolicy>) => setDraft({ ...draft, ...part });
  const both = (name: "control" | "incentiveText", label: string) =>
    languages.map((language) => (
      <Textarea
        key={language}
        label={`${label} (${t(`language.${language}`)})`}
        lang={language}
        autosize
        minRows={2}
        maxLength={1_000}
        value={draft[name][language]}
        onChange={({ currentTarget }) => change({ [name]: { ...draft[name], [language]: currentTarget.value } })}
      />
    ));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t("site")}
          maxLength={120}
          value={draft.site}
          onChange={({ currentTarget }) => change({ site: currentTarget.value })}
        />
        <TextInput
          label={t("contact")}
          description={t("contactHint")}
          maxLength={200}
          value={draft.contact}
          onChange={({ currentTarget }) => change({ contact: currentTarget.value })}
        />
        <Radio.Group
          label={t("incentive")}
          value={draft.incentive}
          onChange={(value) => change({ incentive: value === "given" ? "given" : "none" })}
        >
          <Radio value="none" label={t("incentive.none")} mt="xs" />
          <Radio value="given" label={t("incentive.given")} mt="xs" />
        </Radio.Group>
        {draft.incentive === "given" && both("incentiveText", t("incentiveText"))}
        <NumberInput
          label={t("publicationDays")}
          min={1}
          max={90}
          allowDecimal={false}
          value={draft.publicationDays ?? ""}
          onChange={(value) => change({ publicationDays: typeof value === "number" ? value : null })}
        />
        <NumberInput
          label={t("keptMonths")}
          description={t("keptHint")}
          min={1}
          max={120}
          allowDecimal={false}
          value={draft.keptMonths ?? ""}
          onChange={(value) => change({ keptMonths: typeof value === "number" ? value : null })}
        />
        {both("control", t("control"))}
        <Checkbox
          label={t("jsonLd")}
          checked={draft.hasJsonLd}
          onChange={({ currentTarget }) => change({ hasJsonLd: currentTarget.checked })}
        />
        <ErrorNote error={save.error} />
        <Button type="submit" loading={save.isPending} style={{ justifySelf: "start", alignSelf: "start" }}>
          {ui("save")}
        </Button>
      </Stack>
    </form>
  );
}
