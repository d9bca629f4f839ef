import type { Readable } from "node:stream";
import Pdf from "pdfkit";
import { fontFiles } from "#journey/index.ts";
import { isCovered } from "#journey/render/type.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { posterGaps as posterGapsRoute, surveyPoster as surveyPosterRoute } from "../../api/collect.ts";
import { qrPath, quiet } from "../../page/qr.ts";
import { surveyTitle } from "../../page/survey-page.ts";
import { chooseLanguage } from "../../rules.ts";
import { getSurvey, type QueryDeps } from "../queries.ts";

/**
 * A survey as one sheet to hang up, in the survey's language that fits the reader's best.
 * @throws AppError `not_found`
 */
export async function surveyPoster(
  deps: QueryDeps,
  { workspaceId, surveyId }: { workspaceId: string; surveyId: string },
  sheet: RouteQuery<typeof surveyPosterRoute>,
): Promise<Readable> {
  const { url, ...said } = await saidOn(deps, { workspaceId, surveyId }, sheet.locale);
  return drawPoster({ ...said, url: `${url}?way=qr`, ...sheet });
}

/**
 * What of it the sheet would leave out, for want of a font.
 * @throws AppError `not_found`
 */
export async function posterGaps(
  deps: QueryDeps,
  place: { workspaceId: string; surveyId: string },
  { locale }: RouteQuery<typeof posterGapsRoute>,
): Promise<RouteResponse<typeof posterGapsRoute>> {
  const said = await saidOn(deps, place, locale);
  return { leftOut: (["from", "question"] as const).filter((part) => !isCovered(said[part])) };
}

/** Who asks and what, in the survey's language that fits the reader's best, and where it is answered. */
async function saidOn(
  deps: QueryDeps,
  { workspaceId, surveyId }: { workspaceId: string; surveyId: string },
  locale: Poster["locale"],
): Promise<Pick<Poster, "from" | "question" | "url">> {
  const [{ content, url }, { name: from }] = await Promise.all([
    getSurvey(deps, surveyId),
    getWorkspace(deps.db, workspaceId),
  ]);
  return { from, question: surveyTitle({ content, language: chooseLanguage(content, [locale]) }), url };
}

interface Poster {
  /** Who asks. */
  from: string;
  question: string;
  url: string;
  size: "a4" | "a5";
  locale: "fr" | "en";
}

/** Of the house, on paper. */
const ink = { text: "#1d2230", soft: "#5b6172", line: "#d9d2c0", accent: "#2b4acb" };
/** The sheet is drawn as an A4 of this many points, and made smaller for an A5. */
const a4 = { width: 595.28, height: 841.89, edge: 64 };
const sizes = { a4: [a4.width, a4.height], a5: [419.53, 595.28] } as const;

const words = {
  fr: { scan: "Scannez avec l’appareil photo de votre téléphone", free: "Aucun compte n’est nécessaire." },
  en: { scan: "Scan with the camera of your phone", free: "No account is needed." },
};

/** One sheet: who asks and what, along a line that ends at the code to scan. Words that no font of ours has are left out. */
function drawPoster({ from, question, url, size, locale }: Poster): Readable {
  const [sheetWidth, sheetHeight] = sizes[size];
  const scale = sheetWidth / a4.width;
  const sheet = new Pdf({
    size: [sheetWidth, sheetHeight],
    // What is drawn as an A4 and made smaller must not ask for a second sheet.
    margins: { top: 0, left: 0, right: 0, bottom: -a4.height },
    info: { Title: question, Creator: "Parcours", Producer: "Parcours" },
    displayTitle: true,
    lang: locale,
  });
  for (const [face, file] of Object.entries(fontFiles())) sheet.registerFont(face, file);
  sheet.scale(scale);
  const left = a4.edge + 44;
  const width = a4.width - left - a4.edge;
  const code = 300;
  const codeTop = 370;
  const stops = [84, 150, codeTop + code / 2];
  sheet
    .lineWidth(6)
    .strokeColor(ink.line)
    .moveTo(a4.edge + 9, stops[0] ?? 0)
    .lineTo(a4.edge + 9, stops[2] ?? 0)
    .stroke();
  for (const [at, y] of stops.entries())
    sheet
      .circle(a4.edge + 9, y, at === 2 ? 14 : 9)
      .fillAndStroke(at === 2 ? ink.accent : "#ffffff", at === 2 ? ink.accent : ink.line);
  write(from, "text600", 18, 74, ink.soft);
  write(question, "title600", fitting(question), 130, ink.text);

  const { size: modules, path } = qrPath(url);
  sheet
    .save()
    .translate(left - (quiet * code) / modules, codeTop)
    .scale(code / modules)
    .path(path)
    .fill("#000000")
    .restore();
  write(words[locale].scan, "title600", 20, codeTop + code + 16, ink.text);
  write(words[locale].free, "text400", 15, sheet.y + 6, ink.soft);
  write(url.replace(/^https?:\/\//, "").replace(/\?.*/, ""), "text400", 9, a4.height - 48, ink.soft);
  sheet.end();
  return sheet;

  /** The largest letters in which a question leaves the code its place. */
  function fitting(text: string): number {
    const fits = (points: number) => {
      sheet.font("title600").fontSize(points);
      return sheet.heightOfString(text, { width, lineGap: points * 0.12 }) <= codeTop - 140;
    };
    return [36, 32, 28, 24, 20].find(fits) ?? 16;
  }

  function write(text: string, face: string, points: number, y: number, colour: string): void {
    if (!isCovered(text)) return;
    sheet
      .font(face)
      .fontSize(points)
      .fillColor(colour)
      .text(text, left, y, { width, lineGap: points * 0.12 });
  }
}
