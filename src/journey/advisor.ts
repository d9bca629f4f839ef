import type { Framing, JourneyKind, Maturity } from "./model.ts";

/** What one wants of the map. */
export const objectives = ["processes", "improve", "reinvent"] as const;
export type Objective = (typeof objectives)[number];
/** How much is to be mapped. `complaint` and `claim` are told apart: one is a task, the other a part of a life. */
export const scopes = ["process", "journey", "complaint", "claim", "need"] as const;
export type Scope = (typeof scopes)[number];
export const materials = ["interviewsInside", "processes", "audit", "volumes", "scores", "comments"] as const;
export type Material = (typeof materials)[number];
/** How deeply customers are or can be listened to. */
export const listenings = ["none", "surveys", "interviews", "observation"] as const;
export type Listening = (typeof listenings)[number];

export interface Answers {
  objective: Objective | null;
  scope: Scope | null;
  materials: readonly Material[];
  listening: Listening | null;
  /** Whether people of several departments can be brought together. */
  hasTeam: boolean | null;
  maturity: Maturity | null;
}

const reasons = ["processes", "improve", "reinvent", "process", "journey", "complaint", "claim", "need"] as const;
export type Reason = (typeof reasons)[number];
const lacks = ["interviewsInside", "processes", "audit", "listening", "deepListening", "team", "maturity"] as const;
export type Lack = (typeof lacks)[number];
const tips = [
  "cutIntoStages",
  "saysNothingOfQuality",
  "tenSteps",
  "perPersona",
  "designSprint",
  "outsideActors",
] as const;
export type Tip = (typeof tips)[number];

export interface Advice {
  kind: JourneyKind;
  /** The answer that decided. */
  reason: Reason;
  /** What this kind of map needs and is not there. */
  lacks: readonly Lack[];
  tips: readonly Tip[];
  /** What to begin with while too much is lacking. */
  meanwhile: JourneyKind | null;
}

const kindFor: Record<Objective, JourneyKind> = { processes: "blueprint", improve: "journey", reinvent: "experience" };
const kindOfScope: Record<Scope, JourneyKind> = {
  process: "blueprint",
  journey: "journey",
  complaint: "journey",
  claim: "experience",
  need: "experience",
};

/**
 * Which kind of map fits (M14): what one wants decides, but for complaints and claims, whose extent decides unless processes
 * are to be reworked. Null until an objective or a scope is said.
 */
export function advise(answers: Answers): Advice | null {
  const { objective, scope } = answers;
  const extentDecides = (scope === "complaint" || scope === "claim") && objective !== "processes";
  const decided = extentDecides || objective === null ? scope : null;
  if (decided === null && objective === null) return null;
  const reason = decided ?? (objective as Objective);
  const kind = decided === null ? kindFor[objective as Objective] : kindOfScope[decided];
  const missing = lacksOf(kind, answers);
  const isTooEarly = kind === "experience" && missing.length > 1;
  return { kind, reason, lacks: missing, tips: tipsOf(kind, answers), meanwhile: isTooEarly ? "journey" : null };
}

/** Only what was answered can be lacking; what was not asked yet is not held against anybody. */
function lacksOf(kind: JourneyKind, { materials, listening, hasTeam, maturity }: Answers): Lack[] {
  const has = (material: Material) => materials.includes(material);
  const noTeam: Lack[] = hasTeam === false ? ["team"] : [];
  if (kind === "blueprint")
    return [
      ...(has("interviewsInside") ? [] : (["interviewsInside"] as const)),
      ...(has("processes") ? [] : (["processes"] as const)),
    ];
  if (kind === "journey")
    return [
      ...(has("audit") ? [] : (["audit"] as const)),
      ...(listening === "none" ? (["listening"] as const) : []),
      ...noTeam,
    ];
  const isDeep = listening === null || listening === "interviews" || listening === "observation";
  return [
    ...(isDeep ? [] : (["deepListening"] as const)),
    ...noTeam,
    ...(maturity === "low" ? (["maturity"] as const) : []),
  ];
}

function tipsOf(kind: JourneyKind, { maturity }: Answers): Tip[] {
  const byKind: Record<JourneyKind, readonly Tip[]> = {
    blueprint: ["cutIntoStages", "saysNothingOfQuality"],
    journey: [],
    experience: ["outsideActors", "designSprint"],
  };
  const byMaturity: Record<Maturity, readonly Tip[]> = { low: ["tenSteps"], medium: [], high: ["perPersona"] };
  return [...byKind[kind], ...(maturity === null ? [] : byMaturity[maturity])];
}

/** What the framing sheet says already when the answers are known; `say` puts an answer into words. */
export function framingOf(
  { objective, scope, materials, listening, hasTeam, maturity }: Answers,
  say: (question: "objective" | "scope" | "material" | "listening" | "team", answer: string) => string,
): Partial<Framing> {
  return {
    ...(objective !== null && { objective: say("objective", objective) }),
    ...(scope !== null && { scope: say("scope", scope) }),
    ...(materials.length > 0 && { data: materials.map((material) => say("material", material)).join(", ") }),
    ...(listening !== null && { listening: say("listening", listening) }),
    ...(hasTeam !== null && { team: say("team", hasTeam ? "yes" : "no") }),
    ...(maturity !== null && { maturity }),
  };
}
