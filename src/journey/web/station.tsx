import { ChartLine, Diamond, Flag, Spline, Trash2 } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { type TouchpointMeasure, bandOf, defaultExpectation, mainScore, useMeasureWords } from "#insight/web/index.ts";
import { type Channel, ChannelGlyph, type Touchpoint } from "#touchpoint/web/index.ts";
import { setDetails } from "../edit.ts";
import { type Placement, placementFlags } from "../model.ts";
import { TalkBadge } from "./comments/talk-badge.tsx";
import { ItemMenu, type MenuEntry } from "./item-menu.tsx";
import { useMap } from "./map-context.ts";
import { PeerTag } from "./peer-tag.tsx";
import { StationMark } from "./station-mark.tsx";
import classes from "./station.module.css";
import { useStore } from "./store.ts";
import { useShiftEntries } from "./shift-entries.tsx";
import { useItem } from "./use-item.ts";

interface StationProps {
  placement: Placement;
  touchpoint: Touchpoint | undefined;
  channel: Channel | undefined;
  measure: TouchpointMeasure | undefined;
}

/** A touchpoint on the line: its ring says how it does, a lozenge that the relation can tip here. */
export const Station = memo(function Station({ placement, touchpoint, channel, measure }: StationProps) {
  const { t } = useTranslation("journey");
  const { t: links } = useTranslation("links");
  const { editor, mayAddCards, opened, openTouchpoint, remove, linking } = useMap();
  const isOpened = useStore(opened, (current) => current === placement.id);
  const measureWords = useMeasureWords();
  const item = { kind: "placement", id: placement.id } as const;
  const { peer, props } = useItem(item);
  const shift = useShiftEntries(item);
  const name = touchpoint?.name ?? measure?.name ?? t("removedTouchpoint");
  const score = mainScore(measure?.scores ?? []);
  const band = score === null ? null : bandOf(score, placement.expectation ?? defaultExpectation[score.metric]);
  const said = t("stationSaid", {
    name: placement.flag === null ? name : `${name}, ${t(`flag.${placement.flag}`)}`,
    channel: channel === undefined ? "" : `, ${channel.name}`,
    truth: placement.momentOfTruth ? t("truthSaid") : "",
    importance:
      placement.importance === null ? t("importanceUnsaid") : t("importanceSaid", { n: placement.importance }),
    score: measureWords(score, placement.expectation),
  });
  const open = () => openTouchpoint(placement.id);
  const entries = (): MenuEntry[] =>
    editor === null
      ? []
      : [
          { label: t("open"), icon: <ChartLine size={14} />, onClick: open },
          {
            label: t("momentOfTruth"),
            icon: <Diamond size={14} />,
            onClick: () => editor.setMomentOfTruth(placement.id, !placement.momentOfTruth),
          },
          {
            label: t("flag"),
            icon: <Flag size={14} />,
            choices: [null, ...placementFlags].map((flag) => ({
              label: t(flag === null ? "flag.none" : `flag.${flag}`),
              isChosen: placement.flag === flag,
              onClick: () => editor.change((doc) => setDetails(doc, "placements", placement.id, { flag })),
            })),
          },
          {
            label: links("linkWith"),
            icon: <Spline size={14} />,
            onClick: () => linking.set({ linkId: null, stepId: placement.stepId, placementId: placement.id }),
          },
          ...shift(),
          { label: t("remove"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, name) },
        ];
  return (
    <div className={classes["station"]}>
      <button
        type="button"
        {...props}
        className={classes["button"]}
        aria-current={isOpened}
        aria-label={said}
        onClick={open}
      >
        <StationMark band={band} isTruth={placement.momentOfTruth} flag={placement.flag} />
        <span className={classes["name"]}>{name}</span>
        {placement.flag !== null && <span className={classes["flag"]}>{t(`flag.${placement.flag}`)}</span>}
        {channel !== undefined && (
          <span className={classes["channel"]}>
            <ChannelGlyph kind={channel.kind} size={11} /> {channel.name}
          </span>
        )}
        {peer !== undefined && <PeerTag peer={peer} />}
      </button>
      {mayAddCards && <ItemMenu name={name} entries={entries} />}
      <TalkBadge subject={props["data-ref"]} />
    </div>
  );
});
