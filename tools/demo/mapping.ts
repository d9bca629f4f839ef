import type { MappingInput } from "#activity/model.ts";
import type { Locale } from "#workspace/model.ts";
import { deliveryContacts } from "./visits.ts";

/** Properties and their values as the demo's screens show them. */
export const labelsOf = {
  fr: {
    region: "région",
    store: "magasin",
    type: "type de client",
    individual: "particulier",
    professional: "professionnel",
    loyalty: "fidélité",
    member: "adhérent",
    none: "sans carte",
    path: "canaux du projet",
    web: "web seul",
    shop: "magasin seul",
    webShop: "web puis magasin",
    webNone: "web, puis abandon",
    shopNone: "magasin, puis abandon",
    delivery: "livraison",
    onTime: "à l’heure",
    late: "en retard",
  },
  en: {
    region: "region",
    store: "shop",
    type: "customer type",
    individual: "individual",
    professional: "professional",
    loyalty: "loyalty",
    member: "member",
    none: "no card",
    path: "project channels",
    web: "web only",
    shop: "shop only",
    webShop: "web then shop",
    webNone: "web, then gave up",
    shopNone: "shop, then gave up",
    delivery: "delivery",
    onTime: "on time",
    late: "late",
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** How the demo's files are read, by the very import that customers use. */
export function demoMapping(locale: Locale): MappingInput {
  const says = labelsOf[locale];
  const file = (name: string) => ({ file: `${name}.csv`, separator: ";" as const, encoding: "utf-8" as const });
  return {
    version: 1,
    name: locale === "fr" ? "Rabot, bricolage : exports" : "Rabot, do it yourself: exports",
    timeZone: "Europe/Paris",
    files: {
      customers: file("customers"),
      contacts: file("contacts"),
      invitations: file("invitations"),
      deliveries: file("deliveries"),
      answers: file("answers"),
    },
    joins: [
      "contacts.customer = customers.customer",
      "invitations.customer = customers.customer",
      "deliveries.customer = customers.customer",
      "answers.customer = customers.customer",
      "contacts.file = deliveries.file",
      "invitations.file = deliveries.file",
      "answers.file = deliveries.file",
    ],
    people: [{ kind: "customer", column: "customer", store: "clear" }],
    properties: {
      [says.region]: "customers.region",
      [says.store]: "customers.store",
      [says.type]: { map: "customers.type", values: { individual: says.individual, professional: says.professional } },
      [says.loyalty]: { map: "customers.loyalty", values: { member: says.member, none: says.none } },
      [says.path]: {
        map: "path",
        values: {
          web: says.web,
          shop: says.shop,
          "web-shop": says.webShop,
          "web-none": says.webNone,
          "shop-none": says.shopNone,
        },
      },
      [says.delivery]: {
        compare: ["deliveries.delivered", "deliveries.promised"],
        by: "day",
        before: says.onTime,
        same: says.onTime,
        after: says.late,
      },
    },
    records: [
      {
        shape: "contact",
        file: "contacts",
        key: ["contact"],
        when: "at",
        touchpoint: { column: "touchpoint" },
        case: "file",
      },
      {
        shape: "contact",
        file: "invitations",
        key: ["invitation"],
        when: "sent",
        touchpoint: "satisfaction-survey",
        case: "file",
        invites: "satisfaction-survey",
      },
      {
        shape: "case",
        file: "deliveries",
        case: "file",
        contacts: deliveryContacts.map(({ column, touchpoint }) => ({ touchpoint, when: column })),
      },
      {
        shape: "answer",
        file: "answers",
        key: ["answer"],
        when: "at",
        touchpoint: { column: "touchpoint" },
        case: "file",
        metric: { column: "metric" },
        score: "score",
        comment: "comment",
      },
    ],
  };
}
