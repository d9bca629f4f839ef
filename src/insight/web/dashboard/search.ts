import { useNavigate, useSearch } from "@tanstack/react-router";

/** What the address says of the dashboard, so that a link shows the same figures to whoever opens it. */
export interface DashboardSearch {
  journey?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  splitBy?: string | undefined;
  filter?: string[] | undefined;
  /** The charts that are shown as tables. */
  table?: string[] | undefined;
  /** What is open beside the charts, as `aboutOf`. */
  open?: string | undefined;
  /** Where importance comes from: said on the map, or derived from answers to this score, `touchpoint key:metric`. */
  target?: string | undefined;
}

/** The address of the dashboard, and how to change it; what is undefined is left out of it. */
export function useDashboardSearch(): [DashboardSearch, (change: DashboardSearch) => void] {
  const search: DashboardSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (change: DashboardSearch) => void navigate({ to: ".", search: { ...search, ...change }, replace: true });
  return [search, show];
}

/** Whose people are looked at: everybody on the map, a touchpoint, a stage, a channel, or a stage × channel. */
export type About =
  | { kind: "whole" | "relational" }
  | { kind: "touchpoint" | "stage" | "channel"; id: string }
  | { kind: "cell"; stageId: string; channelId: string };

/** As the address says it. */
export function aboutText(about: About): string {
  if (about.kind === "cell") return `cell:${about.stageId}:${about.channelId}`;
  return "id" in about ? `${about.kind}:${about.id}` : about.kind;
}

/** Null for what no dashboard writes. */
export function readAbout(text: string | undefined): About | null {
  const [kind = "", first, second] = (text ?? "").split(":");
  if (kind === "whole" || kind === "relational") return { kind };
  if (first === undefined) return null;
  if (kind === "touchpoint" || kind === "stage" || kind === "channel") return { kind, id: first };
  return kind === "cell" && second !== undefined ? { kind, stageId: first, channelId: second } : null;
}
