import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import type { deleteTouchpoint } from "../api.ts";
import { useLibraryEdit } from "./library.ts";

interface DeleteItemProps {
  id: string;
  name: string;
  /** Of a touchpoint, a channel or a team: the three have one shape. */
  route: typeof deleteTouchpoint;
  /** Why it is refused while something uses it, and what to do instead. */
  refusal: string;
}

export function DeleteItem({ id, name, route, refusal }: DeleteItemProps) {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const { refresh } = useLibraryEdit(workspaceId);
  const [asking, { open, close }] = useDisclosure(false);
  const remove = useMutation({
    mutationFn: () => call(route, { params: { workspaceId, id } }),
    onSuccess: async () => {
      close();
      await refresh();
    },
  });
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
        opened={asking}
        title={t("deleteTitle", { name })}
        action={t("delete")}
        busy={remove.isPending}
        error={isInUse ? null : remove.error}
        onConfirm={isInUse ? undefined : () => remove.mutate()}
        onClose={close}
      >
        {isInUse ? <p role="alert">{refusal}</p> : t("deleteText")}
      </Confirm>
    </>
  );
}
