import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CardPanel } from "./card/card-panel.tsx";
import { CommentsPanel } from "./comments/comments-panel.tsx";
import { useCommands } from "./palette/commands.ts";
import { FramingPanel } from "./framing/framing-panel.tsx";
import { type PanelKind, useAddress } from "./screen-context.ts";
import { SharePanel } from "./sharing/share-panel.tsx";
import { VersionsPanel } from "./versions/versions-panel.tsx";
import { VotesPanel } from "./votes/votes-panel.tsx";
import { WarningsPanel } from "./warnings/warnings-panel.tsx";

/** What is drawn for each panel; one without an entry is not there yet. */
const panels: Partial<Record<PanelKind, () => ReactNode>> = {
  card: CardPanel,
  framing: FramingPanel,
  comments: CommentsPanel,
  share: SharePanel,
  versions: VersionsPanel,
  votes: VotesPanel,
  warnings: WarningsPanel,
};

/** The panel that the address asks for, over the list of where to act. */
export function JourneyPanel() {
  const { t } = useTranslation("palette");
  const { search, show } = useAddress();
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
