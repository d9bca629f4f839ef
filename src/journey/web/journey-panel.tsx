import type { ReactNode } from "react";
import { CardPanel } from "./card/card-panel.tsx";
import { type PanelKind, useAddress } from "./screen-context.ts";
import { WarningsPanel } from "./warnings/warnings-panel.tsx";

/** What is drawn for each panel; one without an entry is not there yet. */
const panels: Partial<Record<PanelKind, () => ReactNode>> = {
  card: CardPanel,
  warnings: WarningsPanel,
};

/** The panel that the address asks for, over the list of where to act. */
export function JourneyPanel() {
  const { search } = useAddress();
  const Content = search.panel === undefined ? undefined : panels[search.panel];
  return Content !== undefined && search.touchpoint === undefined && <Content />;
}
