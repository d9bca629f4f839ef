import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { membersQuery, useWorkspace } from "#workspace/web/index.ts";
import type { AlertCondition, AlertRule, AlertTrigger } from "../../alerts/model.ts";
import { useTopicNames } from "./topic-names.ts";

/** A rule in words: what it watches for, and what it does. */
export function useSayRule(): { trigger: (trigger: AlertTrigger) => string; deeds: (rule: AlertRule) => string } {
  const { t } = useTranslation("alerts");
  const { t: voice } = useTranslation("voice");
  const { t: people } = useTranslation("workspace");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const members = useQuery(membersQuery(workspaceId)).data ?? [];
  const topics = useTopicNames();

  const condition = (one: AlertCondition): string => {
    if (one.kind === "lean") return t(`lean.${one.lean}`);
    if (one.kind === "topics")
      return t("say.topics", { topics: format.list(one.anyOf.map((id) => topics.get(id) ?? id)) });
    if (one.kind === "words") return t("say.words", { words: one.anyOf.join(", ") });
    if (one.kind === "signals") return format.list(one.anyOf.map((signal) => t(`signal.${signal}`)));
    if (one.kind !== "score") return t(`condition.${one.kind}`);
    const { metric, atLeast, atMost } = one;
    const what = voice(`asked.${metric}`);
    if (atLeast === null) return t("say.atMost", { what, high: atMost ?? "" });
    return atMost === null
      ? t("say.atLeast", { what, low: atLeast })
      : t("say.between", { what, low: atLeast, high: atMost });
  };
  return {
    trigger: (trigger) => {
      if (trigger.kind === "drop")
        return t("say.drop", { what: voice(`asked.${trigger.metric}`), count: trigger.days });
      if (trigger.kind === "silence") return t(`say.silence.${trigger.of}`, { count: trigger.days });
      const { conditions } = trigger;
      return conditions.length === 0 ? t("everyAnswer") : conditions.map((one) => condition(one)).join(" + ");
    },
    deeds: ({ roles, userIds, opensCase }) =>
      [
        ...roles.map((role) => people(`role.${role}`)),
        ...userIds.map((id) => members.find(({ userId }) => userId === id)?.name ?? ""),
        ...(opensCase === null ? [] : [t("say.case", { priority: t(`case.${opensCase}`) })]),
      ].join(", "),
  };
}
