import type { Locale } from "#workspace/model.ts";
import { scales } from "../model.ts";
import { markup } from "../page/markup.ts";
import { mask } from "../text/mask.ts";
import type { RaisedAlert } from "./message.ts";
import { saySight } from "./say.ts";

interface LetterWords {
  alert: string;
  score: string;
  open: string;
  why: string;
  reopened: string;
}

const words: Record<Locale, LetterWords> = {
  fr: {
    alert: "Alerte",
    score: "Note",
    open: "Voir l’alerte",
    why: "Vous recevez cet e-mail parce qu’une règle de votre espace vous nomme, ou que vous suivez ce dossier.",
    reopened: "Pas résolu pour le client",
  },
  en: {
    alert: "Alert",
    score: "Score",
    open: "Open the alert",
    why: "You get this e-mail because a rule of your workspace names you, or you follow this case.",
    reopened: "Not solved for the customer",
  },
};

/** An alert as a letter to a member; personal data of the comment stays in the house. */
export function letterOf(
  alert: RaisedAlert,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): { subject: string; text: string; html: string } {
  const { cause, touchpoint, answer, url } = alert;
  const said = words[locale];
  const colon = locale === "fr" ? " :" : ":";
  const title = cause.kind === "reopened" ? `${said.reopened}${colon} ${alert.rule.name}` : alert.rule.name;
  const place = touchpoint?.name ?? "";
  const score =
    answer === null || answer.score === null
      ? null
      : `${said.score}${colon} ${answer.score}/${scales[answer.metric].max}`;
  const comment = mask(answer?.comment ?? "").text;
  const sight = cause.kind === "drop" || cause.kind === "silence" ? saySight(cause, { locale, timeZone }) : null;
  const lines = [place, score, comment, sight?.finding, sight?.grounds].filter(
    (line): line is string => typeof line === "string" && line !== "",
  );
  const html = markup`<!doctype html><html lang="${locale}"><body style="margin:0;background:#faf8f4"><div
style="max-width:34rem;margin:0 auto;padding:24px;font:15px/1.5 system-ui,sans-serif;color:#1d2230"><h1
style="margin:0 0 4px;font-size:18px">${title}</h1><p style="margin:0 0 12px;color:#5b6172">${place}</p>${
    score === null ? null : markup`<p style="margin:0 0 12px"><strong>${score}</strong></p>`
  }${
    sight === null
      ? null
      : markup`<p style="margin:0 0 16px"><strong>${sight.finding}</strong><br><span style="color:#5b6172">${sight.grounds}</span></p>`
  }${
    comment === ""
      ? null
      : markup`<blockquote style="margin:0 0 16px;padding:8px 12px;border-left:3px solid #cfc8b9;white-space:pre-line">${comment}</blockquote>`
  }<p style="margin:0 0 24px"><a href="${url}" style="display:inline-block;padding:9px 16px;border-radius:8px;background:#2b4acb;color:#fff;text-decoration:none">${said.open}</a></p><p
style="margin:0;color:#5b6172;font-size:12px">${said.why}</p></div></body></html>`;
  return {
    subject: `${said.alert}${colon} ${title}${place === "" ? "" : ` · ${place}`}`,
    text: [title, ...lines, "", `${said.open}${colon} ${url}`, "", said.why].join("\n"),
    html: html.text,
  };
}
