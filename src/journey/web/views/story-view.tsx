import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { useMapView, useScreen } from "../screen-context.ts";
import { SceneBody, useTold } from "./scene.tsx";
import { storyOf } from "./story.ts";
import prose from "./story.module.css";
import classes from "./views.module.css";

/** The journey told from beginning to end, to be read aloud or sent around. */
export function StoryView() {
  const { t } = useTranslation("views");
  const { search } = useScreen();
  const view = useMapView();
  const story = useMemo(() => storyOf(view, search.persona ?? null), [view, search.persona]);
  const told = useTold();
  if (view.steps.length === 0)
    return (
      <section className={classes["page"]}>
        <EmptyState title={t("storyEmpty")}>{t("storyEmptyText")}</EmptyState>
      </section>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it, what is out of sight cannot be reached by keyboard
    <article className={prose["story"]} aria-label={t("story")} tabIndex={0}>
      <header>
        <h2>{view.name}</h2>
        {view.framing.objective !== "" && <p className={classes["lead"]}>{view.framing.objective}</p>}
      </header>
      {story.map((chapter) => (
        <section key={chapter.id}>
          {chapter.name !== "" && <h3>{chapter.name}</h3>}
          {chapter.scenes.map((scene) => (
            <section key={scene.step.id} className={prose["scene"]}>
              <h4>
                {scene.step.name === "" ? t("unnamed") : scene.step.name}
                {scene.emotion !== null && <span className={prose["mood"]}>{told.mood(scene.emotion)}</span>}
              </h4>
              <SceneBody scene={scene} />
            </section>
          ))}
        </section>
      ))}
    </article>
  );
}
