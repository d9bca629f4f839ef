import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ApiError } from "./call.ts";
import { Confirm } from "./confirm.tsx";

interface DeleteButtonProps {
  name: string;
  /** What is gone with it. */
  loss: string;
  /** Why it is refused while something uses it, and what to do instead. */
  refusal: string;
  onDelete: () => Promise<unknown>;
}

/** Deletes, once confirmed, a thing that others may be using. */
export function DeleteButton({ name, loss, refusal, onDelete }: DeleteButtonProps) {
  const { t } = useTranslation("ui");
  const [isAsking, { open, close }] = useDisclosure(false);
  const remove = useMutation({ mutationFn: onDelete, onSuccess: close });
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
        onConfirm={isInUse ? undefined : () => remove.mutate()}
        onClose={close}
      >
        {isInUse ? <p role="alert">{refusal}</p> : loss}
      </Confirm>
    </>
  );
}
