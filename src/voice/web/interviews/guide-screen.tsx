import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Plus, Printer } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import { InlineText } from "#ui/inline-text.tsx";
import { Loading } from "#ui/loading.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { stepQuestions } from "../../interviews/guide-questions.ts";
import { type GuideSection, type InterviewGuide, interviewLimits } from "../../interviews/model.ts";
import { GuidePart } from "./guide-part.tsx";
import classes from "./guide.module.css";
import { guideQuery, useJourney, useSaveGuide } from "./queries.ts";

/** One guide, to be rewritten, printed and taken along. */
export function GuideScreen() {
  const { guideId = "" } = useParams({ strict: false });
  const guide = useQuery(guideQuery(guideId));
  const { t } = useTranslation("interviews");
  if (guide.data !== undefined) return <Guide key={guideId} of={guide.data} />;
  return (
    <Page title={t("guide")}>
      {guide.isPending ? <Loading /> : <ErrorState error={guide.error} retry={() => void guide.refetch()} />}
    </Page>
  );
}

function Guide({ of }: { of: InterviewGuide }) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("interview:edit");
  const save = useSaveGuide(of.id);
  const [name, setName] = useState(of.name);
  const [sections, setSections] = useState(of.sections);
  const journey = useJourney(of.journeyId);
  const list = useRef<HTMLOListElement>(null);
  const write = (next: GuideSection[], nextName = name) => {
    setSections(next);
    setName(nextName);
    save.mutate({ name: nextName, sections: next });
  };
  const missing = (journey.data?.document.steps ?? []).filter(
    ({ id }) => !sections.some(({ stepId }) => stepId === id),
  );
  const move = (at: number, by: number) => {
    const to = at + by;
    const [moved] = sections.slice(at, at + 1);
    if (moved === undefined || to < 0 || to >= sections.length) return;
    write(sections.toSpliced(at, 1).toSpliced(to, 0, moved));
    // What is moved keeps the keyboard, so that it can be moved on.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-part="${moved.id}"] input`)?.focus());
  };
  const ask = (stepId: string | null, title: string, questions: readonly string[]): GuideSection => ({
    id: newId(),
    stepId,
    title,
    questions: questions.map((text) => ({ id: newId(), text })),
  });
  const crumb = (
    <Link to="/w/$workspaceId/voice/interviews" params={{ workspaceId }} search={{ view: "guides" }}>
      {t("view.guides")}
    </Link>
  );
  return (
    <Page
      title={name}
      layout="text"
      crumbs={[{ key: "guides", link: crumb }]}
      actions={
        <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <article className={classes["guide"]}>
        <header>
          <InlineText
            value={name}
            label={t("guideName")}
            readOnly={!mayEdit}
            onSave={(next) => write(sections, next)}
            maxLength={interviewLimits.name}
          />
          <p className="soft">{[t(`audience.${of.audience}`), journey.data?.name].filter(Boolean).join(" · ")}</p>
          <p className={classes["blanks"]}>{t("blanks")}</p>
        </header>
        <ErrorNote error={save.error} />
        <ol ref={list} className={classes["parts"]} lang={of.language}>
          {sections.map((section, at) => (
            <GuidePart
              key={section.id}
              of={section}
              readOnly={!mayEdit}
              isFirst={at === 0}
              isLast={at === sections.length - 1}
              onChange={(next) => write(sections.with(at, next))}
              onMove={(by) => move(at, by)}
              onRemove={() => write(sections.toSpliced(at, 1))}
            />
          ))}
        </ol>
        {mayEdit && (
          <div className={classes["more"]}>
            {missing.length > 0 && (
              <Button
                variant="light"
                leftSection={<Plus size={16} aria-hidden />}
                onClick={() =>
                  write([
                    ...sections,
                    ...missing.map((step) => ask(step.id, step.name, stepQuestions(of.audience, of.language))),
                  ])
                }
              >
                {t("addMissing", { count: missing.length })}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              onClick={() => write([...sections, ask(null, t("newPart"), [""])])}
            >
              {t("addPart")}
            </Button>
          </div>
        )}
      </article>
    </Page>
  );
}
