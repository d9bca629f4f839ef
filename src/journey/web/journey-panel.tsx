import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { later } from "#ui/later.tsx";
import { CardPanel } from "./card/card-panel.tsx";
import { CommentsPanel } from "./comments/comments-panel.tsx";
import { useCommands } from "./palette/commands.ts";
import { type PanelKind, useScreen } from "./screen-context.ts";
import { WarningsPanel } from "./warnings/warnings-panel.tsx";

/** What is drawn for each panel; one without an entry is not there yet. */
const panels: Partial<Record<PanelKind, ComponentType>> = {
  card: CardPanel,
  framing: later("panel.framing", async () => (await import("./framing/framing-panel.tsx")).FramingPanel),
  comments: CommentsPanel,
  share: later("panel.share", async () => (await import("./sharing/share-panel.tsx")).SharePanel),
  versions: later("panel.versions", async () => (await import("./versions/versions-panel.tsx")).VersionsPanel),
  votes: later("panel.votes", async () => (await import("./votes/votes-panel.tsx")).VotesPanel),
  warnings: WarningsPanel,
};

/** The panel that the address asks for, over the list of where to act. */
export function JourneyPanel() {
  const { t } = useTranslation("palette");
  const { search, show } = useScreen();
  useCommands(() =>
    (["comments", "versions", "warnings", "framing", "share", "votes"] as const)
      .filter((panel) => panels[panel] !== undefined)
      .map((panel) => ({
        id: `panel.${panel}`,
        group: "panel",
        label: t(`panel.${panel}`),
        run: () => show({ panel, item: undefined, touchpoint: undefined }),
      })),
  );
  const Content = search.panel === undefined ? undefined : panels[search.panel];
  return Content !== undefined && search.touchpoint === undefined && <Content />;
}
