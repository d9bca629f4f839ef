import { ActionIcon, Modal } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { ArrowLeft, ArrowRight, Maximize, X } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMapView, useScreen } from "../screen-context.ts";
import { SceneBody, useTold } from "./scene.tsx";
import { type Slide, slidesOf, turned } from "./slides.ts";
import { storyOf } from "./story.ts";
import prose from "./story.module.css";
import classes from "./views.module.css";

/** The journey shown step by step, over everything else; keys and buttons turn the pages. */
export function PresentView() {
  const { t } = useTranslation("views");
  const { search, show } = useScreen();
  const view = useMapView();
  const slides = useMemo(() => slidesOf(storyOf(view, search.persona ?? null)), [view, search.persona]);
  const [wanted, setAt] = useState(0);
  const at = Math.min(wanted, slides.length - 1);
  const frame = useRef<HTMLDivElement>(null);
  const slide = slides[at];
  const leave = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    show({ view: undefined });
  };
  // Mantine's dialog hands no keys on; nothing else takes them while it covers everything.
  useWindowEvent("keydown", (event) => {
    // A button that has the focus answers to Enter and space itself.
    const isPressed = event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ");
    const next = isPressed ? null : turned(at, slides.length, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  });
  return (
    <Modal.Root opened fullScreen onClose={leave} transitionProps={{ duration: 0 }}>
      <Modal.Content ref={frame} aria-label={t("present")}>
        <Modal.Body className={prose["show"] ?? ""}>
          <div className={prose["slide"]} data-kind={slide?.kind} aria-live="polite" key={at}>
            {slide !== undefined && <SlideBody slide={slide} />}
          </div>
          <div className={prose["pager"]}>
            <progress value={at} max={Math.max(1, slides.length - 1)} aria-label={t("progress")} />
            <span className={classes["count"]}>
              {at + 1} / {slides.length}
            </span>
            <PagerButton label={t("before")} icon={<ArrowLeft />} isDisabled={at === 0} onClick={() => setAt(at - 1)} />
            <PagerButton
              label={t("after")}
              icon={<ArrowRight />}
              isDisabled={at === slides.length - 1}
              onClick={() => setAt(at + 1)}
            />
            <PagerButton
              label={t("fullScreen")}
              icon={<Maximize />}
              onClick={() => void frame.current?.requestFullscreen().catch(() => undefined)}
            />
            <PagerButton label={t("leave")} icon={<X />} onClick={leave} />
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

interface PagerButtonProps {
  label: string;
  icon: ReactNode;
  isDisabled?: boolean;
  onClick: () => void;
}

function PagerButton({ label, icon, isDisabled = false, onClick }: PagerButtonProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isDisabled} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
}

function SlideBody({ slide }: { slide: Slide }) {
  const { t } = useTranslation("views");
  const view = useMapView();
  const told = useTold();
  if (slide.kind === "title")
    return (
      <>
        <h2>{view.name}</h2>
        <p>{view.framing.objective}</p>
        <p className={classes["count"]}>
          {[t("stagesCount", { count: view.stages.length }), t("stepsCount", { count: view.steps.length })].join(" · ")}
        </p>
      </>
    );
  if (slide.kind === "end") return <h2>{t("theEnd")}</h2>;
  if (slide.kind === "stage")
    return (
      <>
        <p className={classes["count"]}>{t("stageNumber", { n: slide.number })}</p>
        <h2>{slide.chapter.name}</h2>
        <ol>
          {slide.chapter.scenes.map(({ step }) => (
            <li key={step.id}>{step.name}</li>
          ))}
        </ol>
      </>
    );
  const { scene, chapter, number } = slide;
  return (
    <>
      <p className={classes["count"]}>
        {[chapter.name, t("stepNumber", { n: number, of: view.steps.length })].filter(Boolean).join(" · ")}
      </p>
      <h2>{scene.step.name === "" ? t("unnamed") : scene.step.name}</h2>
      {scene.emotion !== null && <p className={prose["mood"]}>{told.mood(scene.emotion)}</p>}
      <SceneBody scene={scene} />
    </>
  );
}
