import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FilePreview } from "../../api/data.ts";
import { collections } from "../../document.ts";
import classes from "./importing.module.css";

/** Names said of a long list. */
const shown = 8;

interface PreviewFormProps {
  preview: FilePreview;
  isReplacing: boolean;
  isBusy: boolean;
  onTake: (choice: { name: string; createMissing: boolean }) => void;
  children: ReactNode;
}

/** What a file would make, what of it the workspace does not know, and the consent to add that. */
export function PreviewForm({ preview, isReplacing, isBusy, onTake, children }: PreviewFormProps) {
  const { t } = useTranslation("importing");
  const { document, counts, missing, leftOut } = preview;
  const [name, setName] = useState(preview.name);
  const [createMissing, setCreateMissing] = useState(false);
  const unknown = [
    ...missing.touchpoints.map(({ name: touchpoint, channel }) =>
      channel === null ? touchpoint : t("touchpointOn", { name: touchpoint, channel }),
    ),
    ...missing.personas.map((persona) => t("personaNamed", { name: persona })),
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onTake({ name: name.trim(), createMissing });
      }}
    >
      {!isReplacing && (
        <TextInput
          label={t("name")}
          value={name}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <ul className={classes["counts"]}>
        {collections
          .filter((list) => counts[list] > 0)
          .map((list) => (
            <li key={list}>{t(`count.${list}`, { count: counts[list] })}</li>
          ))}
      </ul>
      <div className={classes["steps"]} role="group" aria-label={t("steps")}>
        {document.stages.map((stage) => (
          <section key={stage.id}>
            <h3>{stage.name}</h3>
            <ol>
              {document.steps
                .filter(({ stageId }) => stageId === stage.id)
                .map((step) => (
                  <li key={step.id}>{step.name}</li>
                ))}
            </ol>
          </section>
        ))}
      </div>
      {leftOut > 0 && <p className={classes["note"]}>{t("leftOut", { count: leftOut })}</p>}
      {unknown.length > 0 && (
        <div className={classes["missing"]}>
          <strong>{t("missing")}</strong>
          <ul>
            {unknown.slice(0, shown).map((each) => (
              <li key={each}>{each}</li>
            ))}
            {unknown.length > shown && <li>{t("more", { count: unknown.length - shown })}</li>}
          </ul>
          <Checkbox
            label={t("createMissing")}
            description={t("createMissingHint")}
            checked={createMissing}
            onChange={(event) => setCreateMissing(event.currentTarget.checked)}
          />
        </div>
      )}
      {isReplacing && <p className={classes["note"]}>{t("replaceNote")}</p>}
      <Group justify="flex-end" mt="md">
        {children}
        <Button type="submit" loading={isBusy}>
          {t(isReplacing ? "replace" : "create")}
        </Button>
      </Group>
    </form>
  );
}
