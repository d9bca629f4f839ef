import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Door } from "./door.tsx";
import { NewWorkspace } from "./new-workspace.tsx";
import { signOut } from "./sign.ts";

/** For someone who belongs nowhere yet. */
export function NoWorkspaceScreen() {
  const { t } = useTranslation("workspace");
  const [creating, { open, close }] = useDisclosure(false);
  return (
    <Door title={t("noWorkspaceTitle")}>
      <p className="soft">{t("noWorkspaceText")}</p>
      <Button mt="lg" fullWidth onClick={open}>
        {t("newWorkspaceTitle")}
      </Button>
      <Button mt="xs" fullWidth variant="default" onClick={() => void signOut()}>
        {t("signOut")}
      </Button>
      <NewWorkspace opened={creating} onClose={close} />
    </Door>
  );
}
