import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";

/** How many suspicious answers a figure leaves out; leads those who judge them to them. */
export function KeptApart({ count }: { count: number }) {
  const { t } = useTranslation("suspicious");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const mayJudge = useMay("answer:judge");
  const words = t("keptApart", { count, n: format.number(count) });
  return mayJudge ? (
    <Link to="/w/$workspaceId/voice/suspicious" params={{ workspaceId }}>
      {words}
    </Link>
  ) : (
    <span>{words}</span>
  );
}
