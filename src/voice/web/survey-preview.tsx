import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { follow } from "#collect/follow.ts";
import { isAsked } from "#collect/is-asked.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { SurveyContent } from "../model.ts";
import { surveyPage } from "../page/survey-page.ts";
import classes from "./survey-form.module.css";

/** The page of a survey as it will be, to be tried: nothing in it leads away and nothing is sent. */
export function SurveyPreview({ content, language }: { content: SurveyContent; language: string }) {
  const { t } = useTranslation("voice");
  const { name } = useWorkspace();
  const title = useId();
  const frame = useRef<HTMLIFrameElement>(null);
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!isThere || page === null || page === undefined) return;
    draw(page, surveyPage({ content, language, from: name, action: "", attempt: "", shownAt: 0, way: "link" }));
  }, [isThere, content, language, name]);
  const begin = () => {
    const page = frame.current?.contentDocument;
    page?.addEventListener("submit", stay);
    page?.addEventListener("click", stayOnLink);
    setIsThere(true);
  };
  return (
    <section className={classes["preview"]} aria-labelledby={title}>
      <h3 id={title}>{t("preview")}</h3>
      <iframe
        ref={frame}
        title={t("preview")}
        sandbox="allow-same-origin"
        srcDoc="<!doctype html><title>…</title>"
        onLoad={begin}
      />
      <p className={classes["hint"]}>{t("previewText")}</p>
    </section>
  );
}

/** Puts a page in the place of what is there, without the blink of a new load; its script may not run in the frame. */
function draw(page: Document, markup: string): void {
  const { documentElement, scripts } = new DOMParser().parseFromString(markup, "text/html");
  for (const script of scripts) script.remove();
  const { scrollTop } = page.documentElement;
  page.documentElement.replaceWith(page.adoptNode(documentElement));
  page.documentElement.scrollTop = scrollTop;
  follow(page.querySelector("form"), isAsked);
}

const stay = (event: Event) => event.preventDefault();

function stayOnLink(event: Event): void {
  // What is clicked is made in the frame, whose classes are not those of this window.
  if ((event.target as Element).closest("a, button") !== null) event.preventDefault();
}
