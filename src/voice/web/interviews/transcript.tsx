import { ActionIcon, Button } from "@mantine/core";
import { FileText, Highlighter, Pencil } from "lucide-react";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { Section } from "#ui/section.tsx";
import { useMay } from "#workspace/web/index.ts";
import type { Highlight, InterviewDetails, Passage, TranscriptLine } from "../../interviews/model.ts";
import { clock, lineStarts } from "../../interviews/transcript.ts";
import { markedPieces } from "./marked-pieces.ts";
import { selectedPassage } from "./selected-passage.ts";
import classes from "./transcript.module.css";
import { TranscriptDialog } from "./transcript-dialog.tsx";
import type { Player } from "./use-player.ts";

interface TranscriptProps {
  of: InterviewDetails;
  player: Player;
  onMark: ((passage: Passage) => void) | null;
  /** The highlight that is shown. */
  chosen: string | undefined;
}

/** What was said, line by line: a press on a time plays there, and words that are selected can be marked. */
export function Transcript({ of, player, onMark, chosen }: TranscriptProps) {
  const { t } = useTranslation("interviews");
  const mayEdit = useMay("interview:edit");
  const [isWriting, setIsWriting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const selected = useSelection(box, onMark !== null);
  const starts = useMemo(() => lineStarts(of.transcript), [of.transcript]);
  useEffect(() => {
    if (chosen !== undefined)
      box.current?.querySelector(`[data-mark~="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: "center" });
  }, [chosen]);
  if (of.ended !== null) return null;
  const write = mayEdit && of.consent !== null && (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Pencil size={13} aria-hidden />}
      onClick={() => setIsWriting(true)}
    >
      {t(of.hasTranscript ? "editTranscript" : "writeTranscript")}
    </Button>
  );
  return (
    <Section title={t("transcript")} action={of.hasTranscript && write}>
      {of.transcript.length === 0 ? (
        <EmptyState title={t("noTranscript.title")} picture={<FileText size={32} strokeWidth={1.2} />} action={write}>
          {t(of.consent === null ? "consentFirst" : "noTranscript.text")}
        </EmptyState>
      ) : (
        <div ref={box} className={classes["transcript"]}>
          <ol aria-label={t("transcript")}>
            {of.transcript.map((line, at) => (
              <Line
                // Lines have no name but their place.
                // oxlint-disable-next-line react/no-array-index-key
                key={at}
                of={line}
                at={starts[at] ?? 0}
                marks={of.marks}
                onPlay={player.recordingId === null ? null : player.playFrom}
                onMark={onMark}
              />
            ))}
          </ol>
          {onMark !== null && selected !== null && (
            <div className={classes["bar"]}>
              <Button
                size="sm"
                leftSection={<Highlighter size={15} aria-hidden />}
                // The press must not take the selection away before it is read.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onMark(selected)}
              >
                {t("markSelection")}
              </Button>
            </div>
          )}
        </div>
      )}
      {isWriting && <TranscriptDialog of={of} onClose={() => setIsWriting(false)} />}
    </Section>
  );
}

interface LineProps {
  of: TranscriptLine;
  at: number;
  marks: readonly Highlight[];
  onPlay: ((milliseconds: number) => void) | null;
  onMark: ((passage: Passage) => void) | null;
}

function Line({ of: { speaker, text, startMs }, at, marks, onPlay, onMark }: LineProps) {
  const { t } = useTranslation("interviews");
  const time = startMs === null ? null : clock(startMs);
  return (
    <li className={classes["line"]}>
      {time !== null && startMs !== null && onPlay !== null ? (
        <button
          type="button"
          className={classes["time"]}
          aria-label={t("playAt", { time })}
          onClick={() => onPlay(startMs)}
        >
          {time}
        </button>
      ) : (
        <span className={classes["time"]}>{time}</span>
      )}
      <p>
        {speaker !== "" && <b className={classes["speaker"]}>{speaker}</b>}{" "}
        <span data-start={at}>
          {markedPieces(text, at, marks).map((piece) =>
            piece.marks.length === 0 ? (
              <span key={piece.start}>{piece.text}</span>
            ) : (
              <mark
                key={piece.start}
                data-kind={piece.marks.at(-1)?.kind}
                data-mark={piece.marks.map(({ id }) => id).join(" ")}
                title={piece.marks.map(({ kind, tags }) => [t(`kind.${kind}`), ...tags].join(" · ")).join("\n")}
              >
                {piece.text}
              </mark>
            ),
          )}
        </span>
      </p>
      {onMark !== null && (
        <ActionIcon
          className={classes["markLine"] ?? ""}
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t("markLine", { words: text.slice(0, 40) })}
          onClick={() => onMark({ start: at, end: at + text.length })}
        >
          <Highlighter size={14} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

/** The words that are selected within an element, as long as they are. */
function useSelection(box: RefObject<HTMLElement | null>, isWanted: boolean): Passage | null {
  const [selected, setSelected] = useState<Passage | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const read = () => setSelected(box.current === null ? null : selectedPassage(box.current, document.getSelection()));
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, [box, isWanted]);
  return selected;
}
