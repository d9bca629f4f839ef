import { BookCopy, CheckCheck, Copy, CopyPlus, SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { laterDialog } from "#ui/later.tsx";
import { useMay } from "#workspace/web/index.ts";
import type { JourneyAction } from "../journey-menu.tsx";
import { useScreen } from "../screen-context.ts";
import { useMarkReviewed } from "./use-mark-reviewed.ts";

const JourneySheet = laterDialog("sheet", async () => (await import("./journey-sheet.tsx")).JourneySheet);
const DuplicateJourney = laterDialog(
  "duplicate",
  async () => (await import("./duplicate-journey.tsx")).DuplicateJourney,
);
const PublishTemplate = laterDialog(
  "publish",
  async () => (await import("../templates/publish-template.tsx")).PublishTemplate,
);
const CopyLane = laterDialog("copyLane", async () => (await import("./copy-lane.tsx")).CopyLane);

type Dialog = "sheet" | "duplicate" | "publish" | "copyLane";

/** What the atlas offers for the journey that is open, for those who may edit. */
export function useJourneyActions(): { actions: JourneyAction[]; dialog: ReactNode } {
  const { t } = useTranslation("atlas");
  const { journey } = useScreen();
  const mayEdit = useMay("journey:edit");
  const [asking, setAsking] = useState<Dialog | null>(null);
  const markReviewed = useMarkReviewed(journey);
  const close = () => setAsking(null);
  if (!mayEdit) return { actions: [], dialog: null };
  const icon = { size: 15, "aria-hidden": true } as const;
  return {
    actions: [
      {
        key: "sheet",
        label: t("properties"),
        icon: <SlidersHorizontal {...icon} />,
        onClick: () => setAsking("sheet"),
      },
      { key: "reviewed", label: t("markReviewed"), icon: <CheckCheck {...icon} />, onClick: markReviewed.mutate },
      { key: "duplicate", label: t("duplicate"), icon: <Copy {...icon} />, onClick: () => setAsking("duplicate") },
      { key: "copyLane", label: t("copyLane"), icon: <CopyPlus {...icon} />, onClick: () => setAsking("copyLane") },
      { key: "publish", label: t("publish"), icon: <BookCopy {...icon} />, onClick: () => setAsking("publish") },
    ],
    dialog: (
      <>
        {asking === "sheet" && <JourneySheet journey={journey} onClose={close} />}
        {asking === "duplicate" && <DuplicateJourney journey={journey} onClose={close} />}
        {asking === "publish" && <PublishTemplate journey={journey} onClose={close} />}
        {asking === "copyLane" && <CopyLane onClose={close} />}
      </>
    ),
  };
}
