import { Button, Group } from "@mantine/core";
import { Download, Eraser } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { urlOf } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { toast } from "#ui/toast.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { exportPerson } from "../../api.ts";
import { useErasePerson } from "./queries.ts";

/** What a person has a right to: a copy of all that is known of them, and that it is forgotten. */
export function PersonDeeds({ person }: { person: { kind: string; value: string } }) {
  const { t } = useTranslation("asking");
  const { id: workspaceId } = useWorkspace();
  const mayErase = useMay("person:erase");
  const erase = useErasePerson(workspaceId);
  const [isAsking, setIsAsking] = useState(false);
  const remove = () =>
    erase.mutate(person, {
      onSuccess: (counts) => {
        toast(t("person.erased", counts));
        setIsAsking(false);
      },
    });
  return (
    <>
      <Group gap="xs" mb="md">
        <Button
          component="a"
          href={urlOf(exportPerson.path, { workspaceId }, person)}
          download="person.json"
          variant="default"
          size="xs"
          leftSection={<Download size={14} aria-hidden />}
        >
          {t("person.export")}
        </Button>
        {mayErase && (
          <Button
            variant="default"
            size="xs"
            leftSection={<Eraser size={14} aria-hidden />}
            onClick={() => setIsAsking(true)}
          >
            {t("person.erase")}
          </Button>
        )}
      </Group>
      {isAsking && (
        <Confirm
          opened
          title={t("person.eraseTitle", { who: person.value })}
          action={t("person.erase")}
          busy={erase.isPending}
          error={erase.error}
          onConfirm={remove}
          onClose={() => setIsAsking(false)}
        >
          {t("person.eraseText")}
        </Confirm>
      )}
    </>
  );
}
