import { Button, CopyButton, Group, Radio, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Check, Copy } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Dialog } from "#ui/dialog.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import { useFormat } from "#ui/use-format.ts";
import { inviteMember } from "../api.ts";
import { type Role, roles } from "../model.ts";
import { useWorkspace } from "./session.ts";

/** Makes an invitation link to hand over by one's own means; the product sends no mail. */
export function Invite({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(["workspace", "ui"]);
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const make = useMutation({
    mutationFn: () => call(inviteMember, { params: { workspaceId }, body: { email, role } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const startAgain = () => {
    setEmail("");
    make.reset();
  };
  const close = () => {
    startAgain();
    // What one was invited as is not what the next one is by the way: an owner is always chosen.
    setRole("editor");
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t("inviteTitle")}>
      {make.data === undefined ? (
        <form onSubmit={submit}>
          <Stack gap="md">
            <TextInput
              data-autofocus
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- Inviting another begins here, long after the dialog opened.
              autoFocus
              type="email"
              required
              label={t("email")}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Radio.Group label={t("role")} value={role} onChange={(value) => setRole(value)}>
              <Stack gap="xs" mt="xs">
                {roles.map((value) => (
                  <Radio key={value} value={value} label={t(`role.${value}`)} description={t(`roleHelp.${value}`)} />
                ))}
              </Stack>
            </Radio.Group>
            <ErrorNote error={make.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={make.isPending}>
                {t("inviteMake")}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="md">
          <p role="status">{t("inviteReady", { email, until: format.date(make.data.expiresAt) })}</p>
          <TextInput
            readOnly
            aria-label={t("inviteLink")}
            value={make.data.link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Group justify="space-between">
            <Button variant="subtle" onClick={startAgain}>
              {t("inviteAnother")}
            </Button>
            <CopyButton value={make.data.link}>
              {({ copied, copy }) => (
                <Button
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- The button that made the link is gone, with its focus.
                  autoFocus
                  onClick={copy}
                  leftSection={copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
                >
                  {copied ? t("ui:copied") : t("ui:copy")}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
