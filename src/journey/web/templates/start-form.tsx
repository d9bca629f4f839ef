import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { createJourney } from "../../api.ts";
import { type Framing, type JourneyKind, type JourneyState, journeyStates } from "../../model.ts";
import { journeyQuery, journeysQuery } from "../queries.ts";
import { useTemplateLocale } from "./offers.ts";
import type { StartSearch } from "./start-search.ts";
import classes from "./templates.module.css";

/** What a map begins with; undefined: what goes without saying. */
export interface Start {
  kind: JourneyKind | undefined;
  template: { key: string } | { id: string } | undefined;
  framing: Framing | undefined;
}
interface StartFormProps {
  start: Start;
  /** Named so unless another name is given. */
  usualName: string | undefined;
  isReady: boolean;
  /** Whether the screen has just opened on it: then its name has the focus. */
  isArriving: boolean;
  children: ReactNode;
}

/** Names the map and makes it. */
export function StartForm({ start, usualName = "", isReady, isArriving, children }: StartFormProps) {
  const { t } = useTranslation("templates");
  const { id: workspaceId } = useWorkspace();
  const { parent, step }: StartSearch = useSearch({ strict: false });
  const parentMap = useQuery({ ...journeyQuery(parent ?? ""), enabled: parent !== undefined });
  const stepName = parentMap.data?.document.steps.find(({ id }) => id === step)?.name ?? "";
  const [name, setName] = useState<string | null>(null);
  const [state, setState] = useState<JourneyState>("lived");
  const locale = useTemplateLocale();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const shown = name ?? (stepName === "" ? usualName : stepName);
  const create = useMutation({
    mutationFn: () =>
      call(createJourney, {
        params: { workspaceId },
        body: {
          name: shown.trim(),
          state,
          kind: start.kind,
          framing: start.framing,
          template: start.template && "key" in start.template ? { ...start.template, locale } : start.template,
          parentId: parent,
          parentStepId: step,
        },
      }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries(journeysQuery(workspaceId));
      void queryClient.invalidateQueries({ queryKey: ["library", workspaceId] });
      await navigate({ to: "/w/$workspaceId/journeys/$journeyId", params: { workspaceId, journeyId: id } });
    },
  });
  return (
    <form
      className={classes["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (shown.trim() !== "" && isReady) create.mutate();
      }}
    >
      {parentMap.data !== undefined && (
        <p className="soft">{t("detailing", { step: stepName, journey: parentMap.data.name })}</p>
      )}
      <TextInput
        label={t("name")}
        description={t("nameHint")}
        value={shown}
        maxLength={200}
        required
        // The one thing that has to be said; the ways to begin come before it in the page.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isArriving && start.template === undefined && start.framing === undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <span className={classes["label"]}>{t("state")}</span>
        <SegmentedControl
          fullWidth
          aria-label={t("state")}
          value={state}
          data={journeyStates.map((one) => ({ value: one, label: t(`state.${one}`) }))}
          onChange={setState}
        />
      </div>
      {children}
      <ErrorNote error={create.error} />
      <Button type="submit" fullWidth loading={create.isPending} disabled={!isReady}>
        {t(start.template === undefined || start.kind !== undefined ? "create" : "createFrom")}
      </Button>
    </form>
  );
}
