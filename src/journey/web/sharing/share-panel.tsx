import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useMay } from "#workspace/web/index.ts";
import { useMap } from "../map-context.ts";
import { Panel } from "../panel.tsx";
import { NewShare } from "./new-share.tsx";
import { sharesQuery } from "./queries.ts";
import { ShareItem } from "./share-item.tsx";
import classes from "./sharing.module.css";

/** The links by which people without an account look at this map. */
export function SharePanel() {
  const { t } = useTranslation("sharing");
  const { journeyId } = useMap();
  const isEditor = useMay("journey:edit");
  const shares = useQuery({ ...sharesQuery(journeyId), enabled: isEditor });
  const [isMaking, setIsMaking] = useState(false);
  const [wasMaking, setWasMaking] = useState(false);
  const make = (isWanted: boolean) => {
    setIsMaking(isWanted);
    setWasMaking(!isWanted);
  };
  if (!isEditor)
    return (
      <Panel title={t("title")}>
        <EmptyState title={t("editorsOnly")} />
      </Panel>
    );
  return (
    <Panel title={t("title")}>
      <p className={classes["lead"]}>{t("lead")}</p>
      {isMaking ? (
        <NewShare onDone={() => make(false)} />
      ) : (
        <Button
          fullWidth
          variant="default"
          leftSection={<Link2 size={15} aria-hidden />}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- It is back where the form was.
          autoFocus={wasMaking}
          onClick={() => make(true)}
        >
          {t("new")}
        </Button>
      )}
      {shares.isPending && <Loading rows={3} />}
      {shares.isError && <ErrorState error={shares.error} retry={() => void shares.refetch()} />}
      {shares.data?.length === 0 && !isMaking && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      <ul className={classes["shares"]}>
        {shares.data?.map((share) => (
          <ShareItem key={share.id} share={share} />
        ))}
      </ul>
    </Panel>
  );
}
