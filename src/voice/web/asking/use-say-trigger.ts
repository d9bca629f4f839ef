import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { AskingTrigger } from "../../asking/model.ts";

/** Says a trigger in one phrase, as in « 3 jours après un contact à « Livraison », par e-mail ». */
export function useSayTrigger(): (trigger: AskingTrigger) => string {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  return ({ when, channel, share }) => {
    const way = t(`trigger.by.${channel}`);
    const part = format.percent(share, 0);
    if (when.kind === "everyone")
      return t(share === 1 ? `trigger.say.all.${when.every}` : `trigger.say.share.${when.every}`, { way, part });
    const { touchpoint, afterHours } = when;
    const name = library.data?.touchpoints.find(({ key }) => key === touchpoint)?.name ?? touchpoint;
    const delay =
      afterHours === 0
        ? t("trigger.atOnce")
        : afterHours % 24 === 0
          ? t("trigger.days", { count: afterHours / 24 })
          : t("trigger.hours", { count: afterHours });
    const said = t("trigger.say.contact", { delay, name, way });
    return share === 1 ? said : t("trigger.say.drawn", { said, part });
  };
}
