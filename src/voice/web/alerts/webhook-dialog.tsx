import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check, Clock, RotateCcw, Send, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Delivery, Webhook } from "../../alerts/model.ts";
import { renewWebhookSecret, resendDelivery, tryWebhook } from "../../api/alerts.ts";
import classes from "./alerts.module.css";
import type { ShownSecret } from "./secret-dialog.tsx";
import { deliveriesQuery, useWebhookDeed } from "./webhook-queries.ts";

interface WebhookDialogProps {
  webhook: Webhook;
  onSecret: (shown: ShownSecret) => void;
  onClose: () => void;
}

/** The last messages to a webhook, and what can be done about it. */
export function WebhookDialog({ webhook: { id: webhookId, name, url }, onSecret, onClose }: WebhookDialogProps) {
  const { t } = useTranslation("alerts");
  const deliveries = useQuery(deliveriesQuery(webhookId));
  const tryOut = useWebhookDeed(tryWebhook);
  const renew = useWebhookDeed(renewWebhookSecret);
  const [isRenewing, setIsRenewing] = useState(false);
  return (
    <Dialog opened size="lg" title={name} onClose={onClose}>
      <p className="soft">{url}</p>
      <Group gap="xs" my="sm">
        <Button
          variant="default"
          leftSection={<Send size={14} aria-hidden />}
          loading={tryOut.isPending}
          onClick={() => tryOut.mutate({ params: { webhookId } })}
        >
          {t("tryOut")}
        </Button>
        <Button variant="default" onClick={() => setIsRenewing(true)}>
          {t("renewSecret")}
        </Button>
      </Group>
      <h3 className={classes["subtitle"]}>{t("deliveries")}</h3>
      {deliveries.isPending && <Loading />}
      {deliveries.isError && <ErrorState error={deliveries.error} retry={() => void deliveries.refetch()} />}
      {deliveries.data?.length === 0 && <p className="soft">{t("noDelivery")}</p>}
      <ul className={classes["deliveries"]}>
        {deliveries.data?.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      {isRenewing && (
        <Confirm
          opened
          title={t("renewSecret")}
          action={t("renewSecret")}
          busy={renew.isPending}
          onConfirm={() =>
            renew.mutate({ params: { webhookId } }, { onSuccess: ({ secret }) => onSecret({ name, secret }) })
          }
          onClose={() => setIsRenewing(false)}
        >
          {t("renewText")}
        </Confirm>
      )}
    </Dialog>
  );
}

const signs = { waiting: Clock, delivered: Check, failed: TriangleAlert } as const;

function DeliveryLine({ delivery: { id, ruleName, state, tries, nextTryAt, createdAt } }: { delivery: Delivery }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const resend = useWebhookDeed(resendDelivery);
  const [now] = useState(Date.now);
  const Sign = signs[state];
  const last = tries.at(-1);
  return (
    <li>
      <span data-state={state}>
        <Sign size={14} aria-hidden /> {t(`delivery.${state}`)}
      </span>
      <div>
        <strong>{ruleName ?? t("test")}</strong> <span className="soft">{format.dateTime(createdAt, timeZone)}</span>
        <div className="soft">
          {[
            t("tries", { count: tries.length }),
            ...(last === undefined ? [] : [last.failure ?? String(last.status)]),
            ...(nextTryAt === null || tries.length === 0 ? [] : [t("nextTry", { when: format.ago(nextTryAt, now) })]),
          ].join(" · ")}
        </div>
      </div>
      {state !== "waiting" && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<RotateCcw size={13} aria-hidden />}
          onClick={() => resend.mutate({ params: { deliveryId: id } })}
        >
          {t("resend")}
        </Button>
      )}
    </li>
  );
}
