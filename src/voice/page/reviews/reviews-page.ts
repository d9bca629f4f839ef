import { reviewsStyle } from "#collect/reviews-style.ts";
import { averageOf, reviewOrders, type ReviewOrder, type ShownReview, type ShownReviews } from "../../reviews/shown.ts";
import type { ReviewPolicy } from "../../reviews/policy.ts";
import { documentOf } from "../document.ts";
import { attribute, markup, Markup } from "../markup.ts";
import { starsMarkup } from "./stars.ts";
import { type ReviewWords, reviewWords } from "./words.ts";

export interface ReviewsPage extends ShownReviews {
  language: "fr" | "en";
  timeZone: string;
  policy: ReviewPolicy;
  /** Where the page is, without a query. */
  url: string;
}

/** The reviews of a company, a page of its own that needs no script. */
export function reviewsPage(page: ReviewsPage): string {
  const said = reviewWords(page.language);
  const title = said.reviewsOf(page.policy.site);
  return documentOf({
    language: page.language,
    from: page.policy.site,
    title,
    isPublic: true,
    ownStyle: reviewsStyle(":root"),
    main: markup`<h1>${title}</h1>${reviewsMarkup(page)}${page.policy.hasJsonLd ? jsonLd(page) : null}`,
  });
}

/** The same for another's page: average, distribution, and the list with everything that the law wants beside it. */
export function reviewsMarkup(page: ReviewsPage): Markup {
  const { language, url, reviews, order } = page;
  const said = reviewWords(language);
  const { n } = averageOf(page.counts);
  if (n === 0) return markup`<div class="reviews"><p>${said.none}</p>${rulesLink(page, said)}</div>`;
  return markup`<div class="reviews">
<div class="top">${averageMarkup(page, said)}${bars(page.counts, said)}</div>
<nav class="orders" aria-label="${said.order}"><span>${said.order}</span>${reviewOrders.map((each) =>
    each === order
      ? markup`<span aria-current="true">${said.orders[each]}</span>`
      : markup`<a href="${addressOf(url, language, each)}">${said.orders[each]}</a>`,
  )}</nav>
<p class="sorted">${said.sorted[order]}</p>
<ol>${reviews.map((review) => reviewMarkup(review, page, said))}</ol>
${pagesMarkup(page, said)}${rulesLink(page, said)}
</div>`;
}

function rulesLink({ url, language, policy }: ReviewsPage, said: ReviewWords): Markup {
  return markup`<p class="rules"><a href="${url}/rules?lang=${language}" target="_blank">${said.rules}</a> · ${said.report} ${contactMarkup(policy.contact)}</p>`;
}

/** An address to write to, a page, or words. */
export function contactMarkup(contact: string): Markup {
  if (/^https?:\/\/\S+$/.test(contact)) return markup`<a href="${contact}" rel="noreferrer">${contact}</a>`;
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? markup`<a href="mailto:${contact}">${contact}</a>` : markup`${contact}`;
}

function averageMarkup({ counts, language }: ReviewsPage, said: ReviewWords): Markup {
  const { n, mean } = averageOf(counts);
  const shown = (mean ?? 0).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return markup`<div><p class="mean">${said.average(shown)}</p><p>${starsMarkup(Math.round((mean ?? 0) * 10) / 10, said)} ${said.n(n)}</p></div>`;
}

/** A list to hear, bars to see. */
function bars(counts: ShownReviews["counts"], said: ReviewWords): Markup {
  const { n } = averageOf(counts);
  const rows = counts
    .map((count, at) => ({ rating: at + 1, count }))
    .toReversed()
    .map(
      ({ rating, count }) =>
        markup`<div role="listitem" aria-label="${said.outOfFive(String(rating))} : ${said.n(count)}"><b aria-hidden="true">${rating} ★</b><svg aria-hidden="true" width="100%" height="8" preserveAspectRatio="none" viewBox="0 0 100 8"><rect width="${Math.round((100 * count) / n)}" height="8" rx="1" fill="currentColor"/></svg><span aria-hidden="true">${count}</span></div>`,
    );
  return markup`<div class="bars" role="list">${rows}</div>`;
}

function reviewMarkup(review: ShownReview, { language, timeZone, policy }: ReviewsPage, said: ReviewWords): Markup {
  const day = (date: string, zone: string) =>
    new Date(date).toLocaleDateString(language, { dateStyle: "long", timeZone: zone });
  const { experiencedOn, publishedAt, reply } = review;
  const told = [
    review.author || said.nameless,
    said[review.isBuyer ? "isBuyer" : "isNoBuyer"],
    said.published(day(publishedAt, timeZone)),
    ...(experiencedOn === null ? [] : [said.experienced(day(experiencedOn, "UTC"))]),
  ];
  return markup`<li><article>${starsMarkup(review.rating, said)}${review.title === "" ? null : markup`<h3 dir="auto">${review.title}</h3>`}
${review.text === "" ? null : markup`<p class="words" dir="auto"${attribute("lang", review.language ?? undefined)}>${review.text}</p>`}
<p class="told"><span class="proof">${said[review.isProven ? "isProven" : "isNotProven"]}</span> <span dir="auto">${told.join(" · ")}</span></p>
${reply === "" ? null : markup`<div class="reply" dir="auto"><b>${said.reply(policy.site)}</b> ${reply}</div>`}</article></li>`;
}

function pagesMarkup({ url, language, order, page, pages }: ReviewsPage, said: ReviewWords): Markup | null {
  if (pages < 2) return null;
  const to = (number: number, words: string) =>
    number < 1 || number > pages ? null : markup`<a href="${addressOf(url, language, order, number)}">${words}</a>`;
  return markup`<nav class="pages" aria-label="${said.pageOf(page, pages)}">${to(page - 1, said.previous)}<span>${said.pageOf(page, pages)}</span>${to(page + 1, said.next)}</nav>`;
}

function addressOf(url: string, language: string, order: ReviewOrder, page = 1): string {
  return `${url}?${new URLSearchParams({ lang: language, order, page: String(page) }).toString()}`;
}

/** For search engines (schema.org); a block of data, which no browser runs. */
function jsonLd({ counts, policy, reviews }: ReviewsPage): Markup | null {
  const { n, mean } = averageOf(counts);
  if (mean === null) return null;
  const data = {
    "@context": "https://schema.org",
    "@type": "Organization",
    name: policy.site,
    aggregateRating: {
      "@type": "AggregateRating",
      ratingValue: Math.round(mean * 10) / 10,
      reviewCount: n,
      bestRating: 5,
    },
    review: reviews.map((review) => ({
      "@type": "Review",
      reviewRating: { "@type": "Rating", ratingValue: review.rating, bestRating: 5 },
      author: { "@type": "Person", name: review.author || "—" },
      datePublished: review.publishedAt.slice(0, 10),
      name: review.title,
      reviewBody: review.text,
    })),
  };
  // Nothing that anybody wrote ends the element: «<» is written as JSON lets it be.
  return markup`<script type="application/ld+json">${new Markup(JSON.stringify(data).replaceAll("<", String.raw`\u003c`))}</script>`;
}
