import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ApiError } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { usePersonaEdit } from "./queries.ts";

export function DeletePersona({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("persona");
  const { id: workspaceId } = useWorkspace();
  const { remove } = usePersonaEdit(workspaceId);
  const [isAsking, { open, close }] = useDisclosure(false);
  const isInUse = remove.error instanceof ApiError && remove.error.code === "conflict";
  const ask = () => {
    remove.reset();
    open();
  };
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={t("deleteNamed", { name })} onClick={ask}>
        <Trash2 size={15} aria-hidden />
      </ActionIcon>
      <Confirm
        opened={isAsking}
        title={t("deleteTitle", { name })}
        action={t("delete")}
        busy={remove.isPending}
        error={isInUse ? null : remove.error}
        onConfirm={isInUse ? undefined : () => remove.mutate(id, { onSuccess: close })}
        onClose={close}
      >
        {isInUse ? <p role="alert">{t("inUse")}</p> : t("deleteText")}
      </Confirm>
    </>
  );
}
