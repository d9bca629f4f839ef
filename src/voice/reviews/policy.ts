import { z } from "zod";

const Both = z.object({ fr: z.string().trim().max(1_000), en: z.string().trim().max(1_000) });

/** What a company says of the reviews that it shows; null or empty: not said yet. */
export const ReviewPolicy = z.object({
  /** Whose reviews they are, as visitors know it. */
  site: z.string().trim().max(120),
  /** Whether something is given for a review, and what. */
  incentive: z.enum(["none", "given"]).nullable(),
  incentiveText: Both,
  /** Days until a review is published or refused, at most. */
  publicationDays: z.number().int().min(1).max(90).nullable(),
  /** Months for which a review is shown and kept, at most. */
  keptMonths: z.number().int().min(1).max(120).nullable(),
  /** What is controlled, when and how. */
  control: Both,
  /** An address or page where anybody says that they doubt a review. */
  contact: z.string().trim().max(200),
  /** For search engines, on the page of reviews. */
  hasJsonLd: z.boolean(),
});
export type ReviewPolicy = z.infer<typeof ReviewPolicy>;

export const unsaidPolicy: ReviewPolicy = {
  site: "",
  incentive: null,
  incentiveText: { fr: "", en: "" },
  publicationDays: null,
  keptMonths: null,
  control: { fr: "", en: "" },
  contact: "",
  hasJsonLd: false,
};

/**
 * What French law asks of who shows reviews (Code de la consommation, L. 111-7-2 and D. 111-16 to D. 111-19, from décret
 * 2017-1436), in the order of the articles.
 */
export const obligations = [
  "isControlled",
  "dates",
  "ranking",
  "incentive",
  "publicationDelay",
  "retention",
  "controlMethod",
  "authorContact",
  "editing",
  "refusalReasons",
  "refusalTold",
  "report",
] as const;
export type Obligation = (typeof obligations)[number];

/** `met` by what the product does or the company said, `toSay` by the company, `broken` by what is the case. */
export const ChecklistItem = z.object({
  obligation: z.enum(obligations),
  state: z.enum(["met", "toSay", "broken"]),
  /** Whether the product sees to it by itself. */
  isByProduct: z.boolean(),
  /** Reviews that break it. */
  n: z.number().int(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** What is the case with a workspace's own reviews. */
export interface ReviewFacts {
  /** Waiting for longer than the policy says. */
  overdue: number;
}

/** How a workspace stands with each obligation. */
export function checklistOf(policy: ReviewPolicy, { overdue }: ReviewFacts): ChecklistItem[] {
  const isSaid: Partial<Record<Obligation, boolean>> = {
    incentive: policy.incentive === "none" || (policy.incentive === "given" && isBoth(policy.incentiveText)),
    publicationDelay: policy.publicationDays !== null,
    retention: policy.keptMonths !== null,
    controlMethod: isBoth(policy.control),
    report: policy.site !== "" && policy.contact !== "",
  };
  return obligations.map((obligation) => {
    const said = isSaid[obligation];
    const n = obligation === "publicationDelay" && said === true ? overdue : 0;
    return {
      obligation,
      state: n > 0 ? "broken" : said === false ? "toSay" : "met",
      isByProduct: said === undefined,
      n,
    };
  });
}

/** Whether everything is said that has to be said beside reviews: before, they are not given out. */
export function isShowable(policy: ReviewPolicy): boolean {
  return checklistOf(policy, { overdue: 0 }).every(({ state }) => state === "met");
}

function isBoth({ fr, en }: { fr: string; en: string }): boolean {
  return fr !== "" && en !== "";
}

export const ReviewDisplay = z.object({
  policy: ReviewPolicy,
  checklist: z.array(ChecklistItem),
  /** The page of reviews, null until everything is said. */
  url: z.string().nullable(),
  published: z.number().int(),
});
export type ReviewDisplay = z.infer<typeof ReviewDisplay>;
