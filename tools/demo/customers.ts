import type { Random } from "./random.ts";

export interface Customer {
  id: string;
  email: string;
  language: "fr" | "en";
  region: string;
  store: string;
  type: "individual" | "professional";
  loyalty: "member" | "none";
  /** How easily they are pleased: added to each of their scores, in shares of a standard deviation. */
  temper: number;
}

/** Shops of the retailer: city → region, and how many customers out of a hundred. */
const stores = [
  { store: "Lille", region: "Hauts-de-France", weight: 12 },
  { store: "Amiens", region: "Hauts-de-France", weight: 5 },
  { store: "Paris Nation", region: "Île-de-France", weight: 13 },
  { store: "Versailles", region: "Île-de-France", weight: 9 },
  { store: "Lyon", region: "Auvergne-Rhône-Alpes", weight: 12 },
  { store: "Grenoble", region: "Auvergne-Rhône-Alpes", weight: 6 },
  { store: "Nantes", region: "Pays de la Loire", weight: 9 },
  { store: "Rennes", region: "Bretagne", weight: 6 },
  { store: "Bordeaux", region: "Nouvelle-Aquitaine", weight: 8 },
  { store: "Dublin", region: "Leinster", weight: 12 },
  { store: "Cork", region: "Munster", weight: 5 },
  { store: "Galway", region: "Connacht", weight: 3 },
] as const;

const irish = new Set<string>(["Leinster", "Munster", "Connacht"]);

const firstNames = {
  fr: [
    "Camille",
    "Léa",
    "Manon",
    "Chloé",
    "Inès",
    "Sarah",
    "Julie",
    "Nadia",
    "Sophie",
    "Anne",
    "Lucas",
    "Hugo",
    "Louis",
    "Karim",
    "Thomas",
    "Nicolas",
    "Julien",
    "Mehdi",
    "Pierre",
    "Antoine",
  ],
  en: [
    "Aoife",
    "Niamh",
    "Ciara",
    "Saoirse",
    "Emma",
    "Grace",
    "Kate",
    "Sinéad",
    "Conor",
    "Sean",
    "Liam",
    "Cian",
    "Jack",
    "Daniel",
    "Eoin",
    "Patrick",
  ],
} as const;
const lastNames = {
  fr: [
    "Martin",
    "Bernard",
    "Petit",
    "Robert",
    "Richard",
    "Durand",
    "Moreau",
    "Laurent",
    "Lefebvre",
    "Garcia",
    "Roux",
    "Fournier",
    "Girard",
    "Benali",
    "Mercier",
    "Blanc",
    "Guérin",
    "Da Silva",
    "Nguyen",
    "Chevalier",
  ],
  en: [
    "Murphy",
    "Kelly",
    "Byrne",
    "Ryan",
    "Walsh",
    "Doyle",
    "Nolan",
    "Kennedy",
    "Lynch",
    "Quinn",
    "Daly",
    "Foley",
    "Burke",
    "Hayes",
  ],
} as const;

export function makeCustomer(random: Random, index: number): Customer {
  const byStore = Object.fromEntries(stores.map(({ store, weight }) => [store, weight]));
  const store = random.weighted(byStore);
  const region = stores.find((one) => one.store === store)?.region ?? "";
  const language = irish.has(region) ? "en" : "fr";
  const name = `${random.pick(firstNames[language])}.${random.pick(lastNames[language])}`;
  return {
    id: `C${String(100_000 + index)}`,
    email: `${plain(name)}.${index}@example.org`,
    language,
    region,
    store,
    type: random.chance(0.14) ? "professional" : "individual",
    loyalty: random.chance(0.42) ? "member" : "none",
    temper: random.normal(0, 0.35),
  };
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f ]/g, "")
    .toLowerCase();
}
