import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { wilson } from "#insight/intervals.ts";
import { useFormat } from "#ui/use-format.ts";
import {
  type ByPolarity,
  type CommentCounts,
  type CommentFilter,
  type PolarityLabel,
  polarities,
} from "../../comments/model.ts";
import { PolarityGlyph } from "./polarity-mark.tsx";
import classes from "./verbatims.module.css";

interface TopicTableProps {
  counts: CommentCounts;
  filter: CommentFilter;
  topicNames: ReadonlyMap<string, string>;
  onPick: (picked: Pick<CommentFilter, "topic" | "polarity">) => void;
}

/** How many comments tell each topic, how sure that share is, and what they say of it; every cell narrows the list. */
export function TopicTable({ counts, filter, topicNames, onPick }: TopicTableProps) {
  const { t } = useTranslation("verbatims");
  const format = useFormat();
  const total = sum(counts.all);
  const rows = [{ id: null, ...counts.all }, ...counts.topics];
  return (
    <table className={classes["topics"]}>
      <caption>{t("topics.note", { count: total, n: format.number(total) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("topic")}</th>
          <th scope="col" title={t("comments")}>
            n
          </th>
          <th scope="col">{t("share")}</th>
          {polarities.toReversed().map((label) => (
            <th key={label} scope="col" data-polarity={label} title={t(`polarity.${label}`)}>
              <PolarityGlyph label={label} />
              <VisuallyHidden>{t(`polarity.${label}`)}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, ...told }) => {
          const n = sum(told);
          const name = id === null ? t("allTopics") : (topicNames.get(id) ?? id);
          const topic = id ?? undefined;
          return (
            <tr key={id ?? ""} data-chosen={filter.topic === topic}>
              <th scope="row">
                <button type="button" aria-pressed={filter.topic === topic} onClick={() => onPick({ topic })}>
                  {name}
                </button>
                <Bar told={told} />
              </th>
              <td>{format.number(n)}</td>
              <td>{id === null ? "" : <Share hits={n} n={total} />}</td>
              {polarities.toReversed().map((label) => (
                <td key={label}>
                  <button
                    type="button"
                    aria-label={t("cell", {
                      topic: name,
                      polarity: t(`polarity.${label}`),
                      n: format.number(told[label]),
                    })}
                    aria-pressed={filter.topic === topic && filter.polarity === label}
                    onClick={() => onPick({ topic, polarity: label })}
                  >
                    {format.number(told[label])}
                  </button>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Share({ hits, n }: { hits: number; n: number }) {
  const { t } = useTranslation("verbatims");
  const format = useFormat();
  if (n === 0) return null;
  const { low, high } = wilson({ hits, n });
  const bound = (share: number) => format.number(share * 100, 1);
  return (
    <>
      {format.percent(hits / n, 1)} <small>{t("share.interval", { low: bound(low), high: bound(high) })}</small>
    </>
  );
}

/** The polarities of a topic beside one another; the figures stand in the cells. */
function Bar({ told }: { told: ByPolarity }) {
  const order: readonly PolarityLabel[] = ["negative", "unsure", "positive"];
  return (
    <span className={classes["bar"]} aria-hidden>
      {order.map((label) => (
        <i key={label} data-polarity={label} style={{ flexGrow: told[label] }} />
      ))}
    </span>
  );
}

function sum({ positive, unsure, negative }: ByPolarity): number {
  return positive + unsure + negative;
}
