import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Dashboard } from "../../dashboard/model.ts";
import { PeopleBehindList } from "../people-list.tsx";
import panel from "../panel.module.css";
import { type MeasureView, measuresQuery, peopleOfFigureQuery } from "../queries.ts";
import { TouchpointPanel } from "../touchpoint-panel.tsx";
import type { About } from "./search.ts";
import { useChannelName } from "./use-channel-name.ts";

interface BesideProps {
  workspaceId: string;
  board: Dashboard;
  view: MeasureView;
  about: About;
  dataFrom: string;
  before: string;
  splitPicker: ReactNode;
  onClose: () => void;
}

/** What stands behind a figure, beside the dashboard: a touchpoint in full, or the people of what is larger. */
export function Beside(props: BesideProps) {
  const { board, about, onClose } = props;
  const { t } = useTranslation("dashboard");
  const title = useTitle(board, about);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(26rem, 100vw)"
      padding="md"
      {...(about.kind === "touchpoint"
        ? { withCloseButton: false, attributes: { content: { "aria-label": title } }, styles: { body: { padding: 0 } } }
        : { title, closeButtonProps: { "aria-label": t("close") } })}
    >
      {about.kind === "touchpoint" ? <Touchpoint {...props} id={about.id} /> : <People {...props} />}
    </Drawer>
  );
}

function Touchpoint({
  workspaceId,
  board,
  view,
  id,
  dataFrom,
  before,
  splitPicker,
  onClose,
}: BesideProps & { id: string }) {
  const { t } = useTranslation("dashboard");
  const channelName = useChannelName(board);
  const { journeyId } = board;
  const measures = useQuery(measuresQuery(journeyId, view));
  const touchpoint = board.touchpoints.find(({ key }) => key === id);
  if (touchpoint === undefined) return null;
  const { key, name, channelId, expectation, isExpectationSaid, placementId } = touchpoint;
  return (
    <TouchpointPanel
      journeyId={journeyId}
      touchpoint={{ key, name, subtitle: channelName(channelId) }}
      measure={measures.data?.touchpoints.find((one) => one.key === key)}
      expectation={isExpectationSaid ? expectation : null}
      view={view}
      dataFrom={dataFrom}
      before={before}
      splitPicker={splitPicker}
      settings={
        <Link
          to="/w/$workspaceId/journeys/$journeyId"
          params={{ workspaceId, journeyId }}
          search={{ from: view.from, to: view.to, touchpoint: placementId }}
        >
          {t("onMap")}
        </Link>
      }
      surveys={null}
      onClose={onClose}
    />
  );
}

function People({ board, about, view }: BesideProps) {
  const figure = { touchpoints: keysOf(board, about), isRelational: about.kind === "relational" };
  return (
    <div className={panel["people"]}>
      <PeopleBehindList query={peopleOfFigureQuery(board.journeyId, view, figure)} />
    </div>
  );
}

/** Null: all of the map. */
function keysOf({ touchpoints, cells }: Dashboard, about: About): string[] | null {
  if (about.kind === "stage")
    return touchpoints.filter(({ stageIds }) => stageIds.includes(about.id)).map(({ key }) => key);
  if (about.kind === "channel")
    return touchpoints.filter(({ channelId }) => (channelId ?? "") === about.id).map(({ key }) => key);
  if (about.kind === "cell")
    return (
      cells.find((cell) => cell.stageId === about.stageId && (cell.channelId ?? "") === about.channelId)?.touchpoints ??
      []
    );
  return null;
}

function useTitle(board: Dashboard, about: About): string {
  const { t } = useTranslation("dashboard");
  const channelName = useChannelName(board);
  const stageName = (id: string) => board.stages.find((stage) => stage.id === id)?.name ?? "";
  if (about.kind === "touchpoint") return board.touchpoints.find(({ key }) => key === about.id)?.name ?? "";
  const name = {
    whole: () => board.name,
    relational: () => t("aboutRelation"),
    stage: (id: string) => stageName(id),
    channel: (id: string) => channelName(id === "" ? null : id),
  };
  if (about.kind === "cell")
    return t("behind", { name: `${name.stage(about.stageId)} × ${name.channel(about.channelId)}` });
  return t("behind", { name: name[about.kind]("id" in about ? about.id : "") });
}
