import { SegmentedControl } from "@mantine/core";
import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { later } from "#ui/later.tsx";
import { useCommands } from "./palette/commands.ts";
import { type ViewKind, useScreen, viewKinds } from "./screen-context.ts";

/** What is drawn for each view beside the map. */
const views: Partial<Record<ViewKind, ComponentType>> = {
  table: later("view.table", async () => (await import("./views/table-view.tsx")).TableView),
  matrix: later("view.matrix", async () => (await import("./views/matrix-view.tsx")).MatrixView),
  channels: later("view.channels", async () => (await import("./views/channels-view.tsx")).ChannelsView),
  story: later("view.story", async () => (await import("./views/story-view.tsx")).StoryView),
  present: later("view.present", async () => (await import("./views/present-view.tsx")).PresentView),
};

/** Chooses among the views of the document. */
export function ViewPicker() {
  const { t } = useTranslation("journey");
  const { search, show } = useScreen();
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
  const { search } = useScreen();
  const View = views[search.view ?? "map"];
  return View === undefined ? map : <View />;
}
