import { Button, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { formText } from "#ui/form-text.ts";
import { Section } from "#ui/section.tsx";
import { toast } from "#ui/toast.ts";
import { updateWorkspace } from "../api.ts";
import { type Locale, locales } from "../model.ts";
import { sessionQuery, useMay, useWorkspace } from "./session.ts";
import classes from "./settings.module.css";

/** Name, language and time zone of the workspace; read only for those who may not manage it. */
export function WorkspaceForm() {
  const { t } = useTranslation(["workspace", "ui"]);
  const workspace = useWorkspace();
  const mayManage = useMay("workspace:manage");
  const queryClient = useQueryClient();
  const zones = useMemo(
    () => [...new Set([workspace.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])],
    [workspace.timeZone],
  );
  const save = useMutation({
    mutationFn: (form: FormData) =>
      call(updateWorkspace, {
        params: { workspaceId: workspace.id },
        body: {
          name: formText(form, "name"),
          locale: formText(form, "locale") as Locale,
          timeZone: formText(form, "timeZone"),
        },
      }),
    onSuccess: async () => {
      await queryClient.refetchQueries(sessionQuery);
      toast(t("saved"));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(new FormData(event.currentTarget));
  };
  return (
    <Section title={t("workspaceSection")} note={mayManage ? undefined : t("ownersOnly")}>
      <form key={workspace.id} className={classes["form"]} onSubmit={submit}>
        <TextInput
          className={classes["wide"]}
          name="name"
          label={t("workspaceName")}
          defaultValue={workspace.name}
          maxLength={80}
          required
          disabled={!mayManage}
        />
        <Select
          name="locale"
          label={t("workspaceLanguage")}
          description={t("workspaceLanguageHelp")}
          allowDeselect={false}
          disabled={!mayManage}
          defaultValue={workspace.locale}
          data={locales.map((value) => ({ value, label: t(`locale.${value}`) }))}
        />
        <Select
          name="timeZone"
          label={t("timeZone")}
          description={t("timeZoneHelp")}
          allowDeselect={false}
          searchable
          limit={200}
          disabled={!mayManage}
          defaultValue={workspace.timeZone}
          data={zones}
        />
        {mayManage && (
          <div className={classes["wide"]}>
            <ErrorNote error={save.error} />
            <Button type="submit" variant="default" loading={save.isPending}>
              {t("ui:save")}
            </Button>
          </div>
        )}
      </form>
    </Section>
  );
}
