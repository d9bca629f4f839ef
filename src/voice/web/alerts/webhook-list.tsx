import { Button, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus, Webhook as WebhookSign } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { DeleteButton } from "#ui/delete-button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { deliveryStates, type Webhook } from "../../alerts/model.ts";
import { deleteWebhook, updateWebhook } from "../../api/alerts.ts";
import voice from "../voice.module.css";
import { NewWebhook } from "./new-webhook.tsx";
import { type ShownSecret, SecretDialog } from "./secret-dialog.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { useWebhookDeed, webhooksQuery } from "./webhook-queries.ts";

/** The programs that are told of alerts, and what became of their messages. */
export function WebhookList() {
  const { t } = useTranslation("alerts");
  const { id: workspaceId } = useWorkspace();
  const webhooks = useQuery(webhooksQuery(workspaceId));
  const [isMaking, setIsMaking] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const [secret, setSecret] = useState<ShownSecret | null>(null);
  const open = webhooks.data?.find(({ id }) => id === openId);
  const make = (
    <Button variant="default" leftSection={<Plus size={15} aria-hidden />} onClick={() => setIsMaking(true)}>
      {t("newWebhook")}
    </Button>
  );
  if (webhooks.isPending) return <Loading />;
  if (webhooks.data === undefined) return <ErrorState error={webhooks.error} retry={() => void webhooks.refetch()} />;
  return (
    <>
      {webhooks.data.length === 0 ? (
        <EmptyState title={t("noWebhook")} picture={<WebhookSign size={40} strokeWidth={1.2} />} action={make}>
          {t("webhooksWhat")}
        </EmptyState>
      ) : (
        <Section title={t("view.webhooks")} note={t("webhooksWhat")} action={make}>
          <WebhookTable webhooks={webhooks.data} onOpen={setOpenId} />
        </Section>
      )}
      {isMaking && (
        <NewWebhook
          onMade={(made) => {
            setIsMaking(false);
            setSecret(made);
          }}
          onClose={() => setIsMaking(false)}
        />
      )}
      {open !== undefined && secret === null && (
        <WebhookDialog webhook={open} onSecret={setSecret} onClose={() => setOpenId(null)} />
      )}
      {secret !== null && <SecretDialog shown={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

interface WebhookTableProps {
  webhooks: readonly Webhook[];
  onOpen: (webhookId: string) => void;
}

function WebhookTable({ webhooks, onOpen }: WebhookTableProps) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const update = useWebhookDeed(updateWebhook);
  const remove = useWebhookDeed(deleteWebhook);
  return (
    <TableScroll label={t("view.webhooks")}>
      <table className={table["table"]} data-read style={{ minWidth: "46rem" }}>
        <thead>
          <tr>
            <th scope="col">{t("webhook")}</th>
            <th scope="col">{t("url")}</th>
            {deliveryStates.map((state) => (
              <th key={state} scope="col" className={table["number"]}>
                {t(`webhookColumn.${state}`)}
              </th>
            ))}
            <th scope="col">{t("column.active")}</th>
            <th aria-label={t("column.deeds")} />
          </tr>
        </thead>
        <tbody>
          {webhooks.map((webhook) => (
            <tr key={webhook.id}>
              <td>
                <button type="button" className={voice["name"]} onClick={() => onOpen(webhook.id)}>
                  {webhook.name}
                </button>
              </td>
              <td className="soft">{webhook.url}</td>
              {deliveryStates.map((state) => (
                <td key={state} className={table["number"]}>
                  {format.number(webhook[state])}
                </td>
              ))}
              <td>
                <Switch
                  aria-label={t("webhookActiveOf", { name: webhook.name })}
                  checked={webhook.isActive}
                  onChange={({ currentTarget }) =>
                    update.mutate({ params: { webhookId: webhook.id }, body: { isActive: currentTarget.checked } })
                  }
                />
              </td>
              <td>
                <DeleteButton
                  name={webhook.name}
                  loss={t("webhookDelete")}
                  refusal={t("webhookDelete")}
                  onDelete={() => remove.mutateAsync({ params: { webhookId: webhook.id } })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
