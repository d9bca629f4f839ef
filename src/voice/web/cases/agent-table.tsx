import { Checkbox, MultiSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import table from "#ui/data-table.module.css";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Agent } from "../../cases/model.ts";
import { useWorkers } from "./use-people.ts";

interface AgentTableProps {
  agents: readonly Agent[];
  readOnly: boolean;
  onChange: (agents: Agent[]) => void;
}

/** Who takes cases, of which teams, and what they know best. */
export function AgentTable({ agents, readOnly, onChange }: AgentTableProps) {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  const workers = useWorkers();
  const choices = (things: readonly { id: string; name: string }[] = []) =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  const set = (userId: string, part: Partial<Agent>) =>
    onChange(agents.map((agent) => (agent.userId === userId ? { ...agent, ...part } : agent)));
  return (
    <TableScroll label={t("agent")}>
      <table className={table["table"]} data-read style={{ minWidth: "44rem" }}>
        <thead>
          <tr>
            <th scope="col">{t("agent")}</th>
            <th scope="col">{t("isThere")}</th>
            <th scope="col">{t("teams")}</th>
            <th scope="col">{t("skills")}</th>
          </tr>
        </thead>
        <tbody>
          {agents.map(({ userId, isAvailable, teamIds, touchpointIds }) => {
            const name = workers.find(({ value }) => value === userId)?.label ?? "";
            return (
              <tr key={userId}>
                <th scope="row">{name}</th>
                <td>
                  <Checkbox
                    aria-label={t("isThereNamed", { name })}
                    disabled={readOnly}
                    checked={isAvailable}
                    onChange={({ currentTarget }) => set(userId, { isAvailable: currentTarget.checked })}
                  />
                </td>
                <td>
                  <MultiSelect
                    aria-label={t("teamsOf", { name })}
                    readOnly={readOnly}
                    data={choices(library.data?.teams)}
                    value={teamIds}
                    onChange={(ids) => set(userId, { teamIds: ids })}
                  />
                </td>
                <td>
                  <MultiSelect
                    aria-label={t("skillsOf", { name })}
                    readOnly={readOnly}
                    searchable
                    data={choices(library.data?.touchpoints)}
                    value={touchpointIds}
                    onChange={(ids) => set(userId, { touchpointIds: ids })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
