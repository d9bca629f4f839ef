import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "./palette/commands.ts";
import { type ViewKind, useAddress, viewKinds } from "./screen-context.ts";
import { ChannelsView } from "./views/channels-view.tsx";
import { MatrixView } from "./views/matrix-view.tsx";
import { PresentView } from "./views/present-view.tsx";
import { StoryView } from "./views/story-view.tsx";
import { TableView } from "./views/table-view.tsx";

/** What is drawn for each view beside the map. */
const views: Partial<Record<ViewKind, () => ReactNode>> = {
  table: TableView,
  matrix: MatrixView,
  channels: ChannelsView,
  story: StoryView,
  present: PresentView,
};

/** Chooses among the views of the document. */
export function ViewPicker() {
  const { t } = useTranslation("journey");
  const { search, show } = useAddress();
  const known = viewKinds.filter((kind) => kind === "map" || views[kind] !== undefined);
  const choose = (kind: ViewKind) => show({ view: kind === "map" ? undefined : kind });
  useCommands(() =>
    known.map((kind) => ({ id: `view.${kind}`, group: "view", label: t(`view.${kind}`), run: () => choose(kind) })),
  );
  if (known.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      style={{ flexShrink: 0 }}
      aria-label={t("viewPicker")}
      value={search.view ?? "map"}
      data={known.map((kind) => ({ value: kind, label: t(`view.${kind}`) }))}
      onChange={choose}
    />
  );
}

/** The view that the address asks for; `map` when it asks for none. */
export function JourneyView({ map }: { map: ReactNode }) {
  const { search } = useAddress();
  const View = views[search.view ?? "map"];
  return View === undefined ? map : <View />;
}
