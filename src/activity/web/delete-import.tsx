import { ActionIcon, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { useFormat } from "#ui/use-format.ts";
import { deleteImport } from "../api.ts";
import type { Import } from "../model.ts";
import { importsQuery } from "./queries.ts";

/** Takes an import back, with every event it made. */
export function DeleteImport({ one }: { one: Import }) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, { open, close }] = useDisclosure(false);
  const params = { workspaceId: one.workspaceId, importId: one.id };
  const remove = useMutation({
    mutationFn: () => call(deleteImport, { params }),
    onSuccess: async () => {
      await navigate({ to: "/w/$workspaceId/imports", params });
      await queryClient.invalidateQueries({ queryKey: importsQuery(one.workspaceId).queryKey });
    },
  });
  const made = one.status === "done" ? (one.counts?.newContacts ?? 0) + (one.counts?.newAnswers ?? 0) : 0;
  return (
    <>
      <Tooltip label={t("delete")}>
        <ActionIcon variant="default" size={34} aria-label={t("delete")} onClick={open}>
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Confirm
        opened={asking}
        title={t("deleteTitle")}
        action={t("delete")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={close}
      >
        {made === 0 ? t("deleteEmpty") : t("deleteText", { count: made, n: format.number(made) })}
      </Confirm>
    </>
  );
}
