import { ActionIcon, SegmentedControl, useComputedColorScheme } from "@mantine/core";
import { Maximize2, Minus, Plus } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { LocaleChoice, ThemeChoice } from "#workspace/web/index.ts";
import type { SharedJourney } from "../../api/shares.ts";
import { mapInput } from "../../render/input.ts";
import { renderMap } from "../../render/map.ts";
import { SharedTable } from "./shared-table.tsx";
import classes from "./shared.module.css";

const views = ["map", "table"] as const;
type View = (typeof views)[number];
const zoomSteps = [0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;

/** A shared map with its title, as a picture or as a table. */
export function SharedMap({ shared }: { shared: SharedJourney }) {
  const { t, i18n } = useTranslation("sharing");
  const { t: map } = useTranslation("journey");
  const format = useFormat();
  const [view, setView] = useState<View>("map");
  const { document: drawn, kind, state, updatedAt, measures } = shared;
  useEffect(() => {
    document.title = `${drawn.name} · Parcours`;
  }, [drawn.name]);
  return (
    <div className={classes["screen"]}>
      <header className={classes["head"]}>
        <div>
          <h1>{drawn.name}</h1>
          <p>
            {map(`kind.${kind}`)} · {map(`state.${state}`)} · {t("updated", { when: format.date(updatedAt) })}
          </p>
        </div>
        <SegmentedControl
          aria-label={t("view")}
          value={view}
          data={views.map((value) => ({ value, label: t(value) }))}
          onChange={setView}
        />
      </header>
      <main id="main" tabIndex={-1} className={classes["main"]}>
        {view === "map" ? <Picture shared={shared} /> : <SharedTable shared={shared} />}
      </main>
      <footer className={classes["foot"]}>
        {measures !== null && (
          <p>
            {t("measured", {
              contacts: format.number(measures.whole.contacts),
              answers: format.number(measures.whole.answers),
            })}
          </p>
        )}
        <LocaleChoice onChoose={(locale) => void i18n.changeLanguage(locale)} />
        <ThemeChoice />
      </footer>
    </div>
  );
}

function Picture({ shared }: { shared: SharedJourney }) {
  const { t, i18n } = useTranslation("sharing");
  const theme = useComputedColorScheme("light");
  /** Null: as wide as there is room. */
  const [zoom, setZoom] = useState<number | null>(1);
  const svg = useMemo(
    () =>
      renderMap(inputOf(shared), {
        locale: i18n.language === "fr" ? "fr" : "en",
        theme,
        isFramed: false,
        hasLegend: true,
      }),
    [shared, i18n.language, theme],
  );
  const step = (by: 1 | -1) => {
    const at = zoomSteps.findIndex((each) => each >= (zoom ?? 0.65));
    setZoom(zoomSteps[Math.min(zoomSteps.length - 1, Math.max(0, at + by))] ?? 1);
  };
  return (
    <>
      <div className={classes["zoom"]}>
        <ActionIcon.Group>
          <ActionIcon variant="default" aria-label={t("zoomOut")} onClick={() => step(-1)}>
            <Minus size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t("zoomFit")}
            aria-pressed={zoom === null}
            onClick={() => setZoom(zoom === null ? 1 : null)}
          >
            <Maximize2 size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t("zoomIn")} onClick={() => step(1)}>
            <Plus size={15} aria-hidden />
          </ActionIcon>
        </ActionIcon.Group>
      </div>
      {/* What is out of sight must be reached by keyboard too; text in the picture was escaped where it was drawn. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, react/no-danger */}
      <div
        className={classes["picture"]}
        role="region"
        aria-label={t("map")}
        tabIndex={0}
        data-fit={zoom === null}
        style={{ "--zoom": zoom ?? 1 } as React.CSSProperties}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </>
  );
}

function inputOf({ document, kind, state, updatedAt, touchpoints, personas, images, measures }: SharedJourney) {
  const channels = touchpoints.flatMap(({ id, channel }) => (channel === null ? [] : [{ id, ...channel }]));
  return mapInput(
    { document, kind, state },
    {
      day: updatedAt.slice(0, 10),
      library: {
        // A link says the name of a touchpoint's channel and not which one it is: each has its own here.
        touchpoints: touchpoints.map(({ id, name }) => ({ id, name, channelId: id, teamId: null })),
        channels,
        teams: [],
      },
      personas,
      images: new Map(images.map(({ id, ...picture }) => [id, picture])),
      measures,
    },
  );
}
