import { useTranslation } from "react-i18next";
import type { CommentReading } from "../../comments/model.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import classes from "./verbatims.module.css";

interface CommentTextProps {
  comment: string;
  reading: CommentReading;
  /** By id, in the language on screen. */
  topicNames: ReadonlyMap<string, string>;
}

/** A comment with the characters that its topics, its polarity and its signals rest on. */
export function CommentText({ comment, reading, topicNames }: CommentTextProps) {
  const { t } = useTranslation("verbatims");
  const tells = ({ topics, push, signals }: Piece) => [
    ...topics.map((id) => topicNames.get(id) ?? id),
    ...(push === null ? [] : [t(`mark.${push}`)]),
    ...signals.map((kind) => t(`signal.${kind}`)),
  ];
  return (
    <blockquote className={classes["text"]}>
      {piecesOf(comment, reading).map((piece) => {
        const told = tells(piece);
        return told.length === 0 ? (
          <span key={piece.start}>{piece.text}</span>
        ) : (
          <mark
            key={piece.start}
            title={told.join(" · ")}
            data-topic={piece.topics.length > 0}
            data-push={piece.push}
            data-signal={piece.signals.length > 0}
          >
            {piece.text}
          </mark>
        );
      })}
    </blockquote>
  );
}
