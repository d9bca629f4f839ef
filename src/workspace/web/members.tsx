import { ActionIcon, Avatar, Button, Select, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { UserMinus, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { useFormat } from "#ui/use-format.ts";
import { removeMember, setMemberRole } from "../api.ts";
import { type Member, type Role, roles } from "../model.ts";
import { Invite } from "./invite.tsx";
import { membersQuery } from "./members-query.ts";
import { sessionQuery, useMay, useSession, useWorkspace } from "./session.ts";
import classes from "./settings.module.css";

/** Who is in the workspace and what each may do. */
export function Members() {
  const { t } = useTranslation("workspace");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const me = useSession().user.id;
  const mayManage = useMay("member:manage");
  const queryClient = useQueryClient();
  const { queryKey } = membersQuery(workspaceId);
  const members = useQuery(membersQuery(workspaceId));
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [inviting, invite] = useDisclosure(false);
  const refresh = () =>
    Promise.all([queryClient.invalidateQueries({ queryKey }), queryClient.refetchQueries(sessionQuery)]);
  const setRole = useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: Role }) =>
      call(setMemberRole, { params: { workspaceId, userId }, body: { role } }),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (userId: string) => call(removeMember, { params: { workspaceId, userId } }),
    onSuccess: async () => {
      setLeaving(null);
      await refresh();
    },
  });

  if (members.isPending) return <Loading rows={4} />;
  if (members.isError) return <ErrorState error={members.error} retry={() => void members.refetch()} />;
  const owners = members.data.filter(({ role }) => role === "owner").length;
  const isLastOwner = (member: Member) => member.role === "owner" && owners === 1;
  return (
    <Section
      title={t("membersSection")}
      note={t("members", { count: members.data.length, n: format.number(members.data.length) })}
      action={
        mayManage && (
          <Button leftSection={<UserPlus size={15} aria-hidden />} onClick={invite.open}>
            {t("invite")}
          </Button>
        )
      }
    >
      <ErrorNote error={setRole.error} />
      <ul className={classes["members"]}>
        {members.data.map((member) => (
          <li key={member.userId} className={classes["member"]}>
            <Avatar size={30} name={member.name} color="accent" aria-hidden />
            <div className={classes["who"]}>
              <b>{member.name}</b>
              {member.userId === me && <span className="soft"> · {t("you")}</span>}
              <small>{member.email}</small>
            </div>
            {mayManage ? (
              <Tooltip label={t("lastOwner")} disabled={!isLastOwner(member)} openDelay={0}>
                <Select
                  size="xs"
                  aria-label={t("roleOf", { name: member.name })}
                  value={member.role}
                  allowDeselect={false}
                  data={roles.map((value) => ({
                    value,
                    label: t(`role.${value}`),
                    disabled: isLastOwner(member) && value !== "owner",
                  }))}
                  renderOption={({ option }) => (
                    <div>
                      {option.label}
                      <div className="soft">{t(`roleHelp.${option.value}`)}</div>
                    </div>
                  )}
                  comboboxProps={{ width: 240, position: "bottom-end" }}
                  onChange={(role) => role !== null && setRole.mutate({ userId: member.userId, role })}
                />
              </Tooltip>
            ) : (
              <span className="soft">{t(`role.${member.role}`)}</span>
            )}
            {mayManage && (
              <Tooltip label={isLastOwner(member) ? t("lastOwner") : t("remove")}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("removeNamed", { name: member.name })}
                  aria-disabled={isLastOwner(member)}
                  onClick={() => !isLastOwner(member) && setLeaving(member)}
                >
                  <UserMinus size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        opened={leaving !== null}
        title={t("removeTitle", { name: leaving?.name ?? "" })}
        action={t("remove")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving !== null && remove.mutate(leaving.userId)}
        onClose={() => setLeaving(null)}
      >
        {t("removeText")}
      </Confirm>
      <Invite opened={inviting} onClose={invite.close} />
    </Section>
  );
}
