import { expect, test } from "vitest";
import { proposeColumns, type ReviewTable } from "./columns.ts";
import { figuresOf } from "./figures.ts";
import type { ReviewMapping } from "./model.ts";
import { placeBook, placeOf } from "./place.ts";
import { ratingOf, readRows } from "./read-rows.ts";

const tableOf = (columns: string[], ...rows: string[][]): ReviewTable => ({
  columns,
  rows: rows.map((cells, at) => ({ line: at + 2, cells, isUnreadable: false })),
});
const place = { timeZone: "Europe/Paris", now: Date.parse("2026-03-20T12:00:00Z") };

test.each([
  [
    "Google (Takeout)",
    "name,reviewer.displayName,starRating,comment,createTime,reviewReply.comment,reviewReply.updateTime",
    "a,Ana,FIVE,Bien,2026-03-01T10:00:00Z,Merci,2026-03-02T10:00:00Z",
    { id: 0, author: 1, rating: 2, text: 3, publishedAt: 4, reply: 5, repliedAt: 6 },
  ],
  [
    "Trustpilot",
    "Review ID,Review Created (UTC),Review Username,Review Title,Review Content,Review Stars,Review Language,Company Reply Date (UTC),Company Reply Content",
    "a,2026-03-01 10:00:00,Ana,Bien,Très bien,5,fr,2026-03-02 10:00:00,Merci",
    { id: 0, publishedAt: 1, author: 2, title: 3, text: 4, rating: 5, language: 6, repliedAt: 7, reply: 8 },
  ],
  [
    "Google Play",
    "Package Name,Reviewer Language,Review Submit Date and Time,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Text,Review Link",
    "app,fr,2026-03-01T10:00:00Z,5,Bien,Très bien,2026-03-02T10:00:00Z,Merci,https://play.example/a",
    { language: 1, publishedAt: 2, rating: 3, title: 4, text: 5, repliedAt: 6, reply: 7, url: 8 },
  ],
  [
    "Olist",
    "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp",
    "a,b,5,Bom,Muito bom,2018-08-15 00:00:00,2018-08-15 04:10:37",
    { id: 0, rating: 2, title: 3, text: 4, publishedAt: 5 },
  ],
  [
    "a French table",
    "Identifiant de l’avis,Note,Titre de l’avis,Commentaire,Auteur,Date d’achat,Date de publication,Réponse",
    "a,5,Bien,Très bien,Ana,01/03/2026,15/03/2026,Merci",
    { id: 0, rating: 1, title: 2, text: 3, author: 4, experiencedOn: 5, publishedAt: 6, reply: 7 },
  ],
])("[V290] the columns of %s are told by their names", (_, header, row, expected) => {
  const columns = header.split(",");
  const { mapping, doubts } = proposeColumns(tableOf(columns, row.split(",")), "other");
  const found = Object.fromEntries(
    Object.entries(mapping.columns).map(([field, name]) => [field, columns.indexOf(name)]),
  );
  expect(found).toEqual(expected);
  expect(doubts).toEqual([]);
});

test("[V290] stars without a column, and dates that fit two ways, are left to a person", () => {
  expect(proposeColumns(tableOf(["Text", "Date"], ["Bien", "02/03/2026"]), "other").doubts).toEqual([
    "rating",
    "dates",
  ]);
});

test("[V291] stars are whole and out of five, however they are written", () => {
  expect(["4", "4.0", "4,0", "4/5", "FOUR", "★★★★☆", "4 stars", "4 étoiles"].map(ratingOf)).toEqual(Array(8).fill(4));
  expect(["", "0", "6", "4.5", "9/10", "bien", "☆☆"].map(ratingOf)).toEqual(Array(7).fill(null));
});

test("[V291] a row without stars or a date that can be read is put apart with its reason, the others are read", () => {
  const mapping: ReviewMapping = {
    source: "google",
    columns: { rating: "r", publishedAt: "d", experiencedOn: "x", text: "t", url: "u", reply: "a", repliedAt: "ad" },
    dates: "dd/mm/yyyy",
    touchpointId: null,
  };
  const columns = ["r", "d", "x", "t", "u", "a", "ad"];
  const table = tableOf(
    columns,
    ["5", "02/03/2026", "28/02/2026", "Bien\0 \ud800", "javascript:alert(1)", "", "03/03/2026"],
    ["", "02/03/2026"],
    ["6", "02/03/2026"],
    ["3", ""],
    ["3", "31/02/2026"],
    ["3", "02/03/2027"],
  );
  const { drafts, quarantine } = readRows(table, mapping, place);
  expect(drafts).toEqual([
    {
      sourceId: "",
      rating: 5,
      title: "",
      text: "Bien \ufffd",
      author: "",
      experiencedOn: "2026-02-28",
      publishedAt: "2026-03-01T23:00:00.000Z",
      language: null,
      url: null,
      reply: "",
      repliedAt: null,
    },
  ]);
  expect(quarantine.map(({ line, code }) => [line, code])).toEqual([
    [3, "rating_missing"],
    [4, "rating_invalid"],
    [5, "date_missing"],
    [6, "date_invalid"],
    [7, "date_future"],
  ]);
});

test("[V293] a review is about the touchpoint that most of its words name, or about none", () => {
  const book = placeBook([
    { id: "home", name: "Livraison à domicile" },
    { id: "phone", name: "Service client téléphonique" },
    { id: "til", name: "À la" },
  ]);
  expect(placeOf("Le livreur est venu à mon domicile, rien à dire du client d’avant", book)).toBe("home");
  expect(placeOf("Le service ne répond pas", book)).toBe("phone");
  expect(placeOf("Très bien", book)).toBeNull();
});

test("[V294] stars of reviews have their mean, interval, n and distribution, by source and touchpoint", () => {
  const { all, sources, touchpoints } = figuresOf([
    { source: "trustpilot", touchpointId: "t", rating: 1, n: 3 },
    { source: "google", touchpointId: null, rating: 5, n: 20 },
    { source: "google", touchpointId: "t", rating: 4, n: 17 },
  ]);
  expect(all).toMatchObject({ metric: "stars", n: 40, distribution: [3, 0, 0, 17, 20], trust: "firm" });
  expect(all.value).toBeCloseTo((3 + 100 + 68) / 40);
  expect(all.low).toBeLessThan(all.value ?? 0);
  expect(sources.map(({ source, stars }) => [source, stars.n, stars.trust])).toEqual([
    ["google", 37, "firm"],
    ["trustpilot", 3, "hidden"],
  ]);
  expect(touchpoints.map(({ touchpointId, stars }) => [touchpointId, stars.n])).toEqual([
    ["t", 20],
    [null, 20],
  ]);
});
