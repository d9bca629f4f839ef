import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { GitCompareArrows, History, Target } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toast, toastError } from "#ui/toast.ts";
import { useMay } from "#workspace/web/index.ts";
import { createTarget } from "../../api/versions.ts";
import type { JourneyAction } from "../journey-menu.tsx";
import { journeysQuery } from "../queries.ts";
import { useScreen } from "../screen-context.ts";

/** Versions of the journey that is open, what it can be compared with, and the target that it may get. */
export function useVersionActions(): JourneyAction[] {
  const { t } = useTranslation("versions");
  const { journey } = useScreen();
  const mayEdit = useMay("journey:edit");
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const { id: journeyId, workspaceId, livedId, state, name } = journey;
  const { data: journeys } = useQuery(journeysQuery(workspaceId));
  const isAnswered = journeys?.some((other) => other.livedId === journeyId) === true;
  const compare = () =>
    void navigate({ to: "/w/$workspaceId/journeys/$journeyId/compare", params: { workspaceId, journeyId } });
  const target = useMutation({
    mutationFn: () =>
      call(createTarget, { params: { journeyId }, body: { name: t("targetName", { name }).slice(0, 200) } }),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries(journeysQuery(workspaceId));
      await navigate({ to: "/w/$workspaceId/journeys/$journeyId", params: { workspaceId, journeyId: made.id } });
      toast(t("targetMade"));
    },
    onError: (error) => toastError(words(error)),
  });
  const icon = { size: 15, "aria-hidden": true } as const;
  const label = livedId !== null ? t("compareLived") : isAnswered ? t("compareTarget") : t("compare");
  return [
    {
      key: "versions",
      label: t("openVersions"),
      icon: <History {...icon} />,
      onClick: ({ show }) => show({ panel: "versions", item: undefined, touchpoint: undefined }),
    },
    { key: "compare", label, icon: <GitCompareArrows {...icon} />, onClick: compare },
    ...(mayEdit && state === "lived"
      ? [
          {
            key: "target" as const,
            label: t("createTarget"),
            icon: <Target {...icon} />,
            onClick: () => target.mutate(),
          },
        ]
      : []),
  ];
}
