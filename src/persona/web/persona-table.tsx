import { Button, Group, TextInput, VisuallyHidden } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { DeleteButton } from "#ui/delete-button.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { InlineText } from "#ui/inline-text.tsx";
import { Loading } from "#ui/loading.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { Persona } from "../model.ts";
import { usePersonaEdit, usePersonas } from "./queries.ts";

/** The personas of the workspace, each edited where it stands; `onMade` hears of one that was made here. */
export function PersonaTable({ onMade }: { onMade?: (persona: Persona) => void }) {
  const { t } = useTranslation("persona");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("persona:edit");
  const personas = usePersonas(workspaceId);
  const { change, remove } = usePersonaEdit(workspaceId);
  if (personas.isPending) return <Loading rows={4} />;
  if (personas.isError) return <ErrorState error={personas.error} retry={() => void personas.refetch()} />;
  return (
    <>
      <p className="soft">{t("what")}</p>
      {mayEdit && <NewPersona onMade={onMade} />}
      {personas.data.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <TableScroll label={t("title")}>
          <table className={table["table"]}>
            <thead>
              <tr>
                <th scope="col" style={{ width: "32%" }}>
                  {t("name")}
                </th>
                <th scope="col">{t("summary")}</th>
                {mayEdit && (
                  <th scope="col" style={{ width: "3rem" }}>
                    <VisuallyHidden>{t("actions")}</VisuallyHidden>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {personas.data.map(({ id, name, summary }) => (
                <tr key={id}>
                  <td>
                    <InlineText
                      label={t("nameOf", { name })}
                      value={name}
                      maxLength={80}
                      readOnly={!mayEdit}
                      onSave={(next) => change.mutate({ id, name: next })}
                    />
                  </td>
                  <td>
                    <InlineText
                      label={t("summaryOf", { name })}
                      value={summary}
                      maxLength={1000}
                      readOnly={!mayEdit}
                      mayBeEmpty
                      placeholder={t("summaryHint")}
                      onSave={(next) => change.mutate({ id, summary: next })}
                    />
                  </td>
                  {mayEdit && (
                    <td>
                      <DeleteButton
                        name={name}
                        loss={t("deleteText")}
                        refusal={t("inUse")}
                        onDelete={() => remove(id)}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </>
  );
}

function NewPersona({ onMade }: { onMade: ((persona: Persona) => void) | undefined }) {
  const { t } = useTranslation("persona");
  const { id: workspaceId } = useWorkspace();
  const { add } = usePersonaEdit(workspaceId);
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    add.mutate(name.trim(), {
      onSuccess: (made) => {
        setName("");
        onMade?.(made);
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" mb="sm" wrap="nowrap">
        <TextInput
          flex={1}
          data-autofocus
          aria-label={t("newPersona")}
          placeholder={t("newHint")}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={add.isPending} disabled={name.trim() === ""}>
          {t("add")}
        </Button>
      </Group>
    </form>
  );
}
