import { Badge, Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { useFormat } from "#ui/use-format.ts";
import { type ShareLink, revokeShare } from "../../api/shares.ts";
import { useMap } from "../map-context.ts";
import { sharesQuery } from "./queries.ts";
import classes from "./sharing.module.css";

/** A link that was made: what it shows, until when, and the way to close it. */
export function ShareItem({ share }: { share: ShareLink }) {
  const { t } = useTranslation("sharing");
  const format = useFormat();
  const [now] = useState(Date.now);
  const isOver = share.expiresAt !== null && Date.parse(share.expiresAt) <= now;
  const name = share.name === "" ? t("unnamed") : share.name;
  return (
    <li data-over={isOver}>
      <div>
        <strong>{name}</strong>
        <small>
          {t("madeBy", { name: share.createdBy, when: format.date(share.createdAt) })}
          {share.expiresAt !== null && ` · ${t(isOver ? "ended" : "ends", { when: format.dateTime(share.expiresAt) })}`}
        </small>
        <span className={classes["traits"]}>
          {share.hasPassword && <Trait>{t("hasPassword")}</Trait>}
          <Trait>{t(share.showsMeasures ? "withMeasures" : "withoutMeasures")}</Trait>
          {share.mayEmbed && <Trait>{t("mayEmbed")}</Trait>}
        </span>
      </div>
      <Revoke share={share} name={name} />
    </li>
  );
}

function Trait({ children }: { children: string }) {
  return (
    <Badge size="sm" variant="default" tt="none" fw={500}>
      {children}
    </Badge>
  );
}

function Revoke({ share, name }: { share: ShareLink; name: string }) {
  const { t } = useTranslation("sharing");
  const { journeyId } = useMap();
  const queryClient = useQueryClient();
  const [isAsking, asking] = useDisclosure(false);
  const revoke = useMutation({
    mutationFn: () => call(revokeShare, { params: { journeyId, shareId: share.id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sharesQuery(journeyId).queryKey }),
  });
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        aria-label={t("revokeOne", { name })}
        onClick={asking.open}
      >
        {t("revoke")}
      </Button>
      <Confirm
        opened={isAsking}
        title={t("revokeTitle", { name })}
        action={t("revokeAction")}
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoke.mutate()}
        onClose={asking.close}
      >
        {t("revokeText")}
      </Confirm>
    </>
  );
}
