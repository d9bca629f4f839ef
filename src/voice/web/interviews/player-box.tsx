import { Button, Select } from "@mantine/core";
import { Highlighter, RotateCcw, RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Recording } from "../../interviews/model.ts";
import classes from "./interview.module.css";
import { mediaUrl } from "./media-url.ts";
import { jump, type Player } from "./use-player.ts";

const speeds = ["0.75", "1", "1.25", "1.5", "2"];

interface PlayerBoxProps {
  of: Recording;
  player: Player;
  onMark: (() => void) | null;
}

/** Plays a recording: faster or slower, back and forth, and marks what was just heard. */
export function PlayerBox({ of: { id, name, mediaType }, player, onMark }: PlayerBoxProps) {
  const { t } = useTranslation("interviews");
  const [speed, setSpeed] = useState("1");
  const set = (media: HTMLMediaElement | null) => {
    player.attach(media);
    if (media !== null) media.playbackRate = Number(speed);
  };
  const media = { src: mediaUrl(id), controls: true, preload: "metadata", "aria-label": name } as const;
  return (
    <div className={classes["player"]}>
      {/* What is said is the transcript beside it. */}
      {/* oxlint-disable jsx-a11y/media-has-caption */}
      {mediaType?.startsWith("video/") === true ? <video ref={set} {...media} /> : <audio ref={set} {...media} />}
      {/* oxlint-enable jsx-a11y/media-has-caption */}
      <div className={classes["controls"]}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<RotateCcw size={14} aria-hidden />}
          onClick={() => player.skip(-jump)}
        >
          {t("back", { count: jump })}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<RotateCw size={14} aria-hidden />}
          onClick={() => player.skip(jump)}
        >
          {t("forward", { count: jump })}
        </Button>
        <Select
          className={classes["speed"] ?? ""}
          size="xs"
          aria-label={t("speed")}
          allowDeselect={false}
          value={speed}
          onChange={(value) => setSpeed(value ?? "1")}
          data={speeds.map((value) => ({ value, label: `× ${value}` }))}
        />
        {onMark !== null && (
          <Button size="compact-sm" leftSection={<Highlighter size={14} aria-hidden />} onClick={onMark}>
            {t("markMoment")}
          </Button>
        )}
        <small className="soft">{t("keys")}</small>
      </div>
    </div>
  );
}
