import { Button, SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ListPlus, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "#workspace/web/index.ts";
import { interviewViews } from "../../interviews/model.ts";
import { VoicePage } from "../voice-page.tsx";
import { GuideList } from "./guide-list.tsx";
import { InsightView } from "./insight-view.tsx";
import { InterviewList } from "./interview-list.tsx";
import classes from "./interviews.module.css";
import { NewGuide } from "./new-guide.tsx";
import { NewInterview } from "./new-interview.tsx";

/** Who was listened to, what was marked in what they said, and what they are asked. */
export function InterviewsScreen() {
  const { t } = useTranslation("interviews");
  const mayEdit = useMay("interview:edit");
  const navigate = useNavigate();
  const { view = "interviews" }: { view?: (typeof interviewViews)[number] } = useSearch({ strict: false });
  const [making, setMaking] = useState<"guide" | "interview" | null>(null);
  const startGuide = mayEdit && (
    <Button
      variant={view === "guides" ? "filled" : "default"}
      leftSection={<ListPlus size={16} aria-hidden />}
      onClick={() => setMaking("guide")}
    >
      {t("newGuide")}
    </Button>
  );
  const startInterview = mayEdit && (
    <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setMaking("interview")}>
      {t("newInterview")}
    </Button>
  );
  return (
    <VoicePage title={t("title")} actions={view === "guides" ? startGuide : startInterview}>
      <SegmentedControl
        className={classes["views"] ?? ""}
        aria-label={t("views")}
        value={view}
        data={interviewViews.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(next) => void navigate({ to: ".", search: next === "interviews" ? {} : { view: next } })}
      />
      {view === "guides" ? (
        <GuideList start={startGuide} />
      ) : view === "highlights" ? (
        <InsightView />
      ) : (
        <InterviewList start={startInterview} />
      )}
      {making === "guide" && <NewGuide onClose={() => setMaking(null)} />}
      {making === "interview" && <NewInterview onClose={() => setMaking(null)} />}
    </VoicePage>
  );
}
