import { Button, Group, Select, Tabs } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { Confirm } from "#ui/confirm.tsx";
import table from "#ui/data-table.module.css";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { type Invitation, type InvitationState, invitationStates, refusals } from "../../asking/model.ts";
import classes from "./asking.module.css";
import { invitationsQuery, rulesQuery, useWithdraw } from "./queries.ts";
import { RulesForm } from "./rules-form.tsx";
import { Triggers } from "./triggers.tsx";

interface SurveyInvitationsProps {
  surveyId: string;
  name: string;
  onClose: () => void;
}

/** The people invited to a survey, and whom it asks. */
export function SurveyInvitations({ surveyId, name, onClose }: SurveyInvitationsProps) {
  const { t } = useTranslation("asking");
  const mayEdit = useMay("survey:edit");
  const rules = useQuery(rulesQuery(surveyId));
  return (
    <Dialog opened onClose={onClose} title={name} size="54rem">
      <Tabs defaultValue="people" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="people">{t("peopleTab")}</Tabs.Tab>
          <Tabs.Tab value="triggers">{t("triggersTab")}</Tabs.Tab>
          {mayEdit && <Tabs.Tab value="rules">{t("rulesTab")}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="people">
          <People surveyId={surveyId} />
        </Tabs.Panel>
        <Tabs.Panel value="triggers">
          <Triggers surveyId={surveyId} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          {rules.data === undefined ? <Loading /> : <RulesForm surveyId={surveyId} rules={rules.data} />}
        </Tabs.Panel>
      </Tabs>
    </Dialog>
  );
}

const all = "all";

function People({ surveyId }: { surveyId: string }) {
  const { t } = useTranslation("asking");
  const maySend = useMay("invitation:send");
  const [state, setState] = useState<InvitationState>();
  const people = useInfiniteQuery(invitationsQuery(surveyId, state));
  const withdraw = useWithdraw();
  const [isAsking, setIsAsking] = useState(false);
  const rows = people.data?.pages.flatMap(({ invitations }) => invitations) ?? [];
  return (
    <>
      <div className={classes["filters"]}>
        <Select
          aria-label={t("state")}
          allowDeselect={false}
          data={[
            { value: all, label: t("allStates") },
            ...invitationStates.map((value) => ({ value, label: t(`is.${value}`) })),
          ]}
          value={state ?? all}
          onChange={(value) => setState(invitationStates.find((one) => one === value))}
        />
        {maySend && rows.some((row) => row.state === "waiting") && (
          <Button variant="default" onClick={() => setIsAsking(true)}>
            {t("withdraw")}
          </Button>
        )}
      </div>
      {people.isPending ? (
        <Loading />
      ) : people.data === undefined ? (
        <ErrorState error={people.error} retry={() => void people.refetch()} />
      ) : rows.length === 0 ? (
        <p className={table["none"]}>{t("nobody")}</p>
      ) : (
        <PeopleTable rows={rows} />
      )}
      {people.hasNextPage && (
        <Group justify="center" mt="sm">
          <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {t("more")}
          </Button>
        </Group>
      )}
      {isAsking && (
        <Confirm
          opened
          title={t("withdrawTitle")}
          action={t("withdraw")}
          onConfirm={() => withdraw.mutate(surveyId, { onSettled: () => setIsAsking(false) })}
          onClose={() => setIsAsking(false)}
        >
          {t("withdrawText")}
        </Confirm>
      )}
    </>
  );
}

function PeopleTable({ rows }: { rows: readonly Invitation[] }) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const when = (at: string | null) => (at === null ? "—" : format.dateTime(at, timeZone));
  return (
    <TableScroll label={t("peopleTab")}>
      <table className={table["table"]} data-read style={{ minWidth: "40rem" }}>
        <thead>
          <tr>
            {(["address", "state", "sentAt", "answeredAt", "dueAt"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.address ?? <span className="soft">{t("erased")}</span>}</td>
              <td>
                {t(`is.${row.state}`)}
                <Reason row={row} />
              </td>
              <td className={classes["when"]}>{when(row.sentAt)}</td>
              <td className={classes["when"]}>{when(row.answeredAt)}</td>
              <td className={classes["when"]}>{when(row.dueAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** A reason of ours in the reader's words, one of a mail server in its own. */
function Reason({ row: { reason, state } }: { row: Invitation }) {
  const { t } = useTranslation("asking");
  if (reason === null || state === "optedOut") return null;
  const known = ([...refusals, "withdrawn", "interrupted"] as const).find((code) => code === reason);
  return <div className="soft">{known === undefined ? reason : t(`because.${known}`)}</div>;
}
