import { Select, Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "#ui/page.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { type JourneyKind, journeyKinds } from "../../model.ts";
import { useJourneysCrumb } from "../use-journeys-crumb.tsx";
import { AdviceCard } from "./advice-card.tsx";
import { AdvisorForm } from "./advisor-form.tsx";
import { FramingFields } from "./framing-fields.tsx";
import { ImportWays } from "./import-ways.tsx";
import { KindCards } from "./kind-cards.tsx";
import { MapPicture } from "./map-picture.tsx";
import { type Offer, useTemplateMap } from "./offers.ts";
import { type Start, StartForm } from "./start-form.tsx";
import { type StartSearch, type StartWay, startWays } from "./start-search.ts";
import { TemplateGallery } from "./template-gallery.tsx";
import classes from "./templates.module.css";
import { useAdvised } from "./use-advised.ts";

/** The ways to begin a map: blank, from a template, advised, or from a file. */
export function NewJourneyScreen() {
  const { t } = useTranslation("templates");
  const { id: workspaceId } = useWorkspace();
  const search: StartSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (change: StartSearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...change }), replace: true });
  const way = search.way ?? "empty";
  const [kind, setKind] = useState<JourneyKind>("journey");
  const [offer, setOffer] = useState<Offer | null>(null);
  const advised = useAdvised();
  const start: Start | undefined = {
    empty: { kind, template: undefined, framing: undefined },
    template: { kind: undefined, template: offer?.choice, framing: undefined },
    advisor: advised.start,
    import: undefined,
  }[way];
  const [isArriving, setArriving] = useState(true);
  const goTo = (next: StartWay) => {
    setArriving(false);
    show({ way: next });
  };
  const isReady = way !== "template" || offer !== null;

  return (
    <Page title={t(search.step === undefined ? "title" : "detailTitle")} crumbs={[useJourneysCrumb()]}>
      <div className={classes["screen"]} data-way={way}>
        <Tabs value={way} onChange={(next) => goTo(next as StartWay)} keepMounted={false}>
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
            <AdvisorForm answers={advised.answers} onChange={advised.setAnswers} />
            <FramingFields framing={advised.framing} onChange={advised.write} />
          </Tabs.Panel>
          <Tabs.Panel value="import" className={classes["panel"] ?? ""}>
            <ImportWays workspaceId={workspaceId} />
          </Tabs.Panel>
        </Tabs>
        {start !== undefined && (
          <aside className={classes["aside"]}>
            {way === "advisor" && <AdviceCard advice={advised.advice} />}
            <StartForm
              start={start}
              usualName={way === "template" ? offer?.name : undefined}
              isReady={isReady}
              isArriving={isArriving && isReady}
            >
              {way === "advisor" && <AdvisedFields advised={advised} />}
            </StartForm>
            {way === "template" && <TemplatePreview workspaceId={workspaceId} offer={offer} />}
          </aside>
        )}
      </div>
    </Page>
  );
}

/** Which kind is made after all, and whether the small map of a beginner comes with it. */
function AdvisedFields({ advised }: { advised: ReturnType<typeof useAdvised> }) {
  const { t } = useTranslation("templates");
  const { t: journey } = useTranslation("journey");
  return (
    <>
      <Select
        label={t("useAdvice")}
        value={advised.kind}
        allowDeselect={false}
        data={journeyKinds.map((one) => ({ value: one, label: journey(`kind.${one}`) }))}
        onChange={advised.setKind}
      />
      {advised.mayStartSmall && (
        <label className={classes["check"]}>
          <input
            type="checkbox"
            checked={advised.startsSmall}
            onChange={(event) => advised.setStartsSmall(event.currentTarget.checked)}
          />
          {t("startsTemplate")}
        </label>
      )}
    </>
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
