import { Loader } from "@mantine/core";
import { Cpu } from "lucide-react";
import { useTranslation } from "react-i18next";
import { wilson } from "#insight/intervals.ts";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { CommentReaderState, Training } from "../../comments/model.ts";
import { fewestPairs } from "../../text/polarity.ts";
import classes from "./verbatims.module.css";

/** What reads the comments, and how well it does, measured on the workspace's own. */
export function ReaderNote({ reader: { training, isReading } }: { reader: CommentReaderState }) {
  const { t } = useTranslation("verbatims");
  return (
    <section className={classes["card"]}>
      <h2>
        <Cpu size={14} aria-hidden /> {t("reading")}
        {isReading && (
          <span className={classes["under"]} role="status">
            <Loader size={12} aria-hidden /> {t("reading.under")}
          </span>
        )}
      </h2>
      {training === null ? <p>{t("reading.none")}</p> : <Learnt training={training} />}
      <p className="soft">{t("reading.local")}</p>
    </section>
  );
}

function Learnt({ training }: { training: Training }) {
  const { t } = useTranslation("verbatims");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const { refusal, recall, positive, negative, at } = training;
  if (recall === null) {
    const n = format.number(positive + negative);
    return <p>{t(`reading.${refusal ?? "oneSided"}`, { n, least: format.number(fewestPairs) })}</p>;
  }
  return (
    <>
      <p>{t("reading.recall", { n: format.number(recall.positive.n + recall.negative.n) })}</p>
      <dl className={classes["recall"]}>
        {(["positive", "negative"] as const).map((side) => {
          const { hits, n } = recall[side];
          const { low, high } = wilson({ hits, n });
          return (
            <div key={side}>
              <dt>{t(`reading.recall.${side}`)}</dt>
              <dd data-polarity={side}>
                {t("reading.recall.value", {
                  percent: format.percent(hits / n),
                  low: format.number(low * 100, 0),
                  high: format.number(high * 100, 0),
                  n: format.number(n),
                })}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="soft">{t("reading.since", { day: format.dateTime(at, timeZone) })}</p>
    </>
  );
}
