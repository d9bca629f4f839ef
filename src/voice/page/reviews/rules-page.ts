import { refusalReasons } from "../../reviews/collected.ts";
import type { ReviewPolicy } from "../../reviews/policy.ts";
import { documentOf } from "../document.ts";
import { markup } from "../markup.ts";
import { contactMarkup } from "./reviews-page.ts";
import { reviewPagesStyle } from "./style.ts";
import { reviewWords } from "./words.ts";

/** By which rules reviews are collected and shown: what D. 111-17 and D. 111-18 of the Code de la consommation want said. */
export function rulesPage({
  language,
  policy,
  url,
}: {
  language: "fr" | "en";
  policy: ReviewPolicy;
  url: string;
}): string {
  const said = reviewWords(language);
  const { publicationDays, keptMonths } = policy;
  const incentive = policy.incentive === "given" ? policy.incentiveText[language] : said.noIncentive;
  return documentOf({
    language,
    from: policy.site,
    title: said.rules,
    isPublic: true,
    ownStyle: reviewPagesStyle(),
    main: markup`<div class="prose"><h1>${said.rules}</h1>
<h2>${said.control}</h2><p>${said.controlText}</p><p dir="auto">${policy.control[language]}</p>
<h2>${said.incentive}</h2><p dir="auto">${incentive}</p>
<h2>${said.delays}</h2><p>${publicationDays === null ? null : said.publicationDelay(publicationDays)} ${keptMonths === null ? null : said.retention(keptMonths)}</p>
<h2>${said.ranking}</h2><p>${said.rankingText}</p>
<h2>${said.editing}</h2><p>${said.editingText}</p>
<h2>${said.contactAuthor}</h2><p>${said.noContact}</p>
<h2>${said.refusals}</h2><p>${said.refusalsText}</p><ul>${refusalReasons.map((reason) => markup`<li>${said.refusal[reason]}</li>`)}</ul>
<h2>${said.report}</h2><p dir="auto">${contactMarkup(policy.contact)}</p>
<p><a href="${url}?lang=${language}">${said.back}</a></p></div>`,
  });
}
