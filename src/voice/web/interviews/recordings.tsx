import { Progress, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DeleteButton } from "#ui/delete-button.tsx";
import { DropZone } from "#ui/drop-zone.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import { Section } from "#ui/section.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay } from "#workspace/web/index.ts";
import type { InterviewDetails } from "../../interviews/model.ts";
import classes from "./interview.module.css";
import { PlayerBox } from "./player-box.tsx";
import { useDeleteRecording } from "./queries.ts";
import { useSendRecording } from "./send-recording.ts";
import type { Player } from "./use-player.ts";

interface RecordingsProps {
  of: InterviewDetails;
  player: Player;
  /** Marks what was just heard; null: one may not. */
  onMark: (() => void) | null;
}

/** The recordings of an interview: one in the player, and the way for others to come. */
export function Recordings({ of, player, onMark }: RecordingsProps) {
  const { t } = useTranslation("interviews");
  const format = useFormat();
  const mayEdit = useMay("interview:edit");
  const { send, share } = useSendRecording(of.id);
  const remove = useDeleteRecording();
  const whole = of.files.filter(({ bytes, received }) => bytes === received);
  const shown = whole.find(({ id }) => id === player.recordingId);
  if (of.ended !== null) return null;
  return (
    <Section title={t("recordings")}>
      {whole.length > 1 && (
        <SegmentedControl
          className={classes["which"] ?? ""}
          aria-label={t("recordings")}
          value={player.recordingId ?? ""}
          onChange={player.choose}
          data={whole.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {shown !== undefined && <PlayerBox key={shown.id} of={shown} player={player} onMark={onMark} />}
      <ul className={classes["files"]}>
        {of.files.map(({ id, name, bytes, received }) => (
          <li key={id}>
            <span>{name}</span>
            <small className="soft num">
              {received === bytes
                ? format.bytes(bytes)
                : t("unfinished", { share: format.percent(received / bytes), size: format.bytes(bytes) })}
            </small>
            {mayEdit && (
              <DeleteButton
                name={name}
                loss={t("deleteRecording")}
                refusal={t("deleteRecording")}
                onDelete={() => remove(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayEdit &&
        (of.consent === null ? (
          <p className="soft">{t("consentFirst")}</p>
        ) : share === null ? (
          <DropZone
            accept="audio/*,video/*"
            action={t("addRecording")}
            size="row"
            onFiles={([file]) => file !== undefined && send.mutate(file)}
          >
            <span className="soft">{t("dropRecording")}</span>
          </DropZone>
        ) : (
          <Progress value={share * 100} aria-label={t("sending")} />
        ))}
      <ErrorNote error={send.error} />
    </Section>
  );
}
