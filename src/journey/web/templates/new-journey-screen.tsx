import { Button, SegmentedControl, Select, Tabs, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { Page } from "#ui/page.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { advise, type Answers, framingOf } from "../../advisor.ts";
import { createJourney } from "../../api.ts";
import { Framing, type JourneyKind, journeyKinds, type JourneyState, journeyStates } from "../../model.ts";
import { journeyQuery, journeysQuery } from "../queries.ts";
import { AdviceCard } from "./advice-card.tsx";
import { AdvisorForm } from "./advisor-form.tsx";
import { FramingFields } from "./framing-fields.tsx";
import { ImportWays } from "./import-ways.tsx";
import { KindCards } from "./kind-cards.tsx";
import { MapPicture } from "./map-picture.tsx";
import { type Offer, useTemplateLocale, useTemplateMap } from "./offers.ts";
import { TemplateGallery } from "./template-gallery.tsx";
import classes from "./templates.module.css";

export const startWays = ["empty", "template", "advisor", "import"] as const;
export type StartWay = (typeof startWays)[number];

/** What the address says of the new journey. */
export interface StartSearch {
  way?: StartWay | undefined;
  /** The journey and the step of it that the new one tells in detail. */
  parent?: string | undefined;
  step?: string | undefined;
}

const unanswered: Answers = {
  objective: null,
  scope: null,
  materials: [],
  listening: null,
  hasTeam: null,
  maturity: null,
};
const starter = { key: "starter" };

/** The ways to begin a map: blank, from a template, advised, or from a file. */
export function NewJourneyScreen() {
  const { t } = useTranslation("templates");
  const { t: journey } = useTranslation("journey");
  const { id: workspaceId } = useWorkspace();
  const search: StartSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (change: StartSearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...change }), replace: true });
  const way = search.way ?? "empty";
  const [kind, setKind] = useState<JourneyKind>("journey");
  const [offer, setOffer] = useState<Offer | null>(null);
  const [answers, setAnswers] = useState(unanswered);
  const [chosenKind, setChosenKind] = useState<JourneyKind | null>(null);
  const [written, setWritten] = useState<Partial<Framing>>({});
  const [startsSmall, setStartsSmall] = useState(true);

  const advice = useMemo(() => advise(answers), [answers]);
  const sayAnswer = useAnswerWords();
  const framing = { ...framingOf(answers, sayAnswer), ...written };
  const advisedKind = chosenKind ?? advice?.meanwhile ?? advice?.kind ?? "journey";
  const isFirstMap = startsSmall && answers.maturity === "low" && advisedKind === "journey";

  const start = {
    empty: { kind, template: undefined, framing: undefined },
    template: { kind: undefined, template: offer?.choice, framing: undefined },
    advisor: {
      kind: advisedKind,
      template: isFirstMap ? starter : undefined,
      framing: Framing.parse(framing),
    },
    import: undefined,
  }[way];
  const isReady = way !== "template" || offer !== null;

  return (
    <Page
      title={t(search.step === undefined ? "title" : "detailTitle")}
      crumbs={[
        {
          key: "journeys",
          link: (
            <Link to="/w/$workspaceId/journeys" params={{ workspaceId }}>
              {journey("title")}
            </Link>
          ),
        },
      ]}
    >
      <div className={classes["screen"]} data-way={way}>
        <Tabs value={way} onChange={(next) => show({ way: next as StartWay })} keepMounted={false}>
          <Tabs.List aria-label={t("ways")}>
            {startWays.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`way.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="empty" className={classes["panel"] ?? ""}>
            <KindCards value={kind} onChange={setKind} />
          </Tabs.Panel>
          <Tabs.Panel value="template" className={classes["panel"] ?? ""}>
            <TemplateGallery workspaceId={workspaceId} chosen={offer} onChoose={setOffer} />
          </Tabs.Panel>
          <Tabs.Panel value="advisor" className={classes["panel"] ?? ""}>
            <AdvisorForm answers={answers} onChange={setAnswers} />
            <FramingFields framing={framing} onChange={(change) => setWritten({ ...written, ...change })} />
          </Tabs.Panel>
          <Tabs.Panel value="import" className={classes["panel"] ?? ""}>
            <ImportWays workspaceId={workspaceId} />
          </Tabs.Panel>
        </Tabs>
        {start !== undefined && (
          <aside className={classes["aside"]}>
            {way === "advisor" && <AdviceCard advice={advice} />}
            <StartForm key={`${way}-${offer?.name ?? ""}`} start={start} usualName={offer?.name} isReady={isReady}>
              {way === "advisor" && (
                <>
                  <Select
                    label={t("useAdvice")}
                    value={advisedKind}
                    allowDeselect={false}
                    data={journeyKinds.map((one) => ({ value: one, label: journey(`kind.${one}`) }))}
                    onChange={setChosenKind}
                  />
                  {answers.maturity === "low" && advisedKind === "journey" && (
                    <label className={classes["check"]}>
                      <input
                        type="checkbox"
                        checked={startsSmall}
                        onChange={(event) => setStartsSmall(event.currentTarget.checked)}
                      />
                      {t("startsTemplate")}
                    </label>
                  )}
                </>
              )}
            </StartForm>
            {way === "template" && <TemplatePreview workspaceId={workspaceId} offer={offer} />}
          </aside>
        )}
      </div>
    </Page>
  );
}

interface Start {
  kind: JourneyKind | undefined;
  template: { key: string } | { id: string } | undefined;
  framing: Framing | undefined;
}
interface StartFormProps {
  start: Start;
  /** Named so unless another name is given. */
  usualName: string | undefined;
  isReady: boolean;
  children: ReactNode;
}

/** Names the map and makes it. */
function StartForm({ start, usualName = "", isReady, children }: StartFormProps) {
  const { t } = useTranslation("templates");
  const { id: workspaceId } = useWorkspace();
  const { parent, step }: StartSearch = useSearch({ strict: false });
  const parentMap = useQuery({ ...journeyQuery(parent ?? ""), enabled: parent !== undefined });
  const stepName = parentMap.data?.document.steps.find(({ id }) => id === step)?.name ?? "";
  const [name, setName] = useState<string | null>(null);
  const [state, setState] = useState<JourneyState>("lived");
  const locale = useTemplateLocale();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const shown = name ?? (stepName === "" ? usualName : stepName);
  const create = useMutation({
    mutationFn: () =>
      call(createJourney, {
        params: { workspaceId },
        body: {
          name: shown.trim(),
          state,
          kind: start.kind,
          framing: start.framing,
          template: start.template && "key" in start.template ? { ...start.template, locale } : start.template,
          parentId: parent,
          parentStepId: step,
        },
      }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries(journeysQuery(workspaceId));
      void queryClient.invalidateQueries({ queryKey: ["library", workspaceId] });
      await navigate({ to: "/w/$workspaceId/journeys/$journeyId", params: { workspaceId, journeyId: id } });
    },
  });
  return (
    <form
      className={classes["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (shown.trim() !== "" && isReady) create.mutate();
      }}
    >
      {parentMap.data !== undefined && (
        <p className="soft">{t("detailing", { step: stepName, journey: parentMap.data.name })}</p>
      )}
      <TextInput
        label={t("name")}
        description={t("nameHint")}
        value={shown}
        maxLength={200}
        required
        // The one thing that has to be said; the ways to begin come before it in the page.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={start.template === undefined && start.framing === undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <span className={classes["label"]}>{t("state")}</span>
        <SegmentedControl
          fullWidth
          aria-label={t("state")}
          value={state}
          data={journeyStates.map((one) => ({ value: one, label: t(`state.${one}`) }))}
          onChange={setState}
        />
      </div>
      {children}
      <ErrorNote error={create.error} />
      <Button type="submit" fullWidth loading={create.isPending} disabled={!isReady}>
        {t(start.template === undefined || start.kind !== undefined ? "create" : "createFrom")}
      </Button>
    </form>
  );
}

function TemplatePreview({ workspaceId, offer }: { workspaceId: string; offer: Offer | null }) {
  const { t } = useTranslation("templates");
  const map = useTemplateMap(workspaceId, offer);
  if (offer === null) return <p className="soft">{t("choose")}</p>;
  if (map === undefined) return null;
  return (
    <>
      <MapPicture input={map.input} label={t("preview", { name: offer.name })} />
      {map.touchpoints > 0 && <p className="soft">{t("previewNote", { count: map.touchpoints })}</p>}
    </>
  );
}

/** An answer of the advisor as the framing sheet says it. */
function useAnswerWords() {
  const { t, i18n } = useTranslation("templates");
  return (question: "objective" | "scope" | "material" | "listening" | "team", answer: string): string => {
    const key = `${question}.${answer}`;
    return i18n.exists(`templates:${key}`) ? t(key as "team.yes") : answer;
  };
}
