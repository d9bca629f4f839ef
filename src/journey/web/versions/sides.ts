import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePersonas } from "#persona/web/index.ts";
import { useLibrary } from "#touchpoint/web/index.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import type { getVersion, Version } from "../../api/versions.ts";
import type { Journey, JourneySummary } from "../../model.ts";
import { mapInput, type MapSources } from "../../render/input.ts";
import { journeyQuery, journeysQuery } from "../queries.ts";
import { inputOf } from "./input-of.ts";
import { namesFrom, type NameOf } from "./names.ts";
import { versionQuery, versionsQuery } from "./queries.ts";
import { useVersionName } from "./use-version-name.ts";

/** `now`, a version's id, or `journey:` and the id of another journey. */
export type SideRef = string;
const journeyPrefix = "journey:";

export interface SideChoice {
  value: SideRef;
  label: string;
}

/** What a journey can be compared with: itself now and before, the lived one that it answers, its targets. */
export function useSides(journey: Journey | undefined): {
  choices: SideChoice[];
  /** What is compared when the address does not say. */ usual: [SideRef, SideRef];
} {
  const { t } = useTranslation("versions");
  const nameOf = useVersionName();
  const versions = useQuery({ ...versionsQuery(journey?.id ?? ""), enabled: journey !== undefined });
  const journeys = useQuery({ ...journeysQuery(journey?.workspaceId ?? ""), enabled: journey !== undefined });
  const others = (journeys.data ?? []).flatMap((other): SideChoice[] => {
    const relation = relationOf(journey, other);
    return relation === null
      ? []
      : [{ value: `${journeyPrefix}${other.id}`, label: t(relation, { name: other.name }) }];
  });
  const kept = (versions.data?.versions ?? []).map((version: Version) => ({
    value: version.id,
    label: nameOf(version),
  }));
  const choices = [{ value: "now", label: t("now") }, ...others, ...kept];
  const other = choices[1]?.value ?? "now";
  const isTarget = other.startsWith(journeyPrefix) && journey?.livedId !== other.slice(journeyPrefix.length);
  return { choices, usual: isTarget ? ["now", other] : [other, "now"] };
}

function relationOf(journey: Journey | undefined, other: JourneySummary): "lived" | "target" | null {
  if (journey === undefined) return null;
  if (journey.livedId === other.id) return "lived";
  return other.livedId === journey.id ? "target" : null;
}

/** The maps of two sides, and what the ids in them stand for; undefined while one is not there yet. */
export function useTwoSides(journeyId: string, workspaceId: string, refs: readonly [SideRef, SideRef]) {
  const library = useLibrary(workspaceId);
  const personas = usePersonas(workspaceId);
  const isJourney = (ref: SideRef) => ref === "now" || ref.startsWith(journeyPrefix);
  const idOf = (ref: SideRef) => (ref === "now" ? journeyId : ref.slice(journeyPrefix.length));
  // Each asked once: both sides may be the same.
  const journeyIds = [...new Set(refs.filter(isJourney).map(idOf))];
  const versionIds = [...new Set(refs.filter((ref) => !isJourney(ref)))];
  const journeys = useQueries({ queries: journeyIds.map((id) => journeyQuery(id)) });
  const versions = useQueries({ queries: versionIds.map((id) => versionQuery(journeyId, id)) });
  const dataOf = (ref: SideRef): Journey | KeptVersion | undefined =>
    isJourney(ref) ? journeys[journeyIds.indexOf(idOf(ref))]?.data : versions[versionIds.indexOf(ref)]?.data;
  const names: NameOf = namesFrom([
    { touchpoints: library.data?.touchpoints ?? [], personas: personas.data ?? [] },
    ...versions.flatMap(({ data }) => (data === undefined ? [] : [data.file.names])),
  ]);
  const failed = [...journeys, ...versions].find(({ isError }) => isError);
  return {
    before: useInput(dataOf(refs[0]), library.data, personas.data),
    after: useInput(dataOf(refs[1]), library.data, personas.data),
    names,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}

/** What a side is drawn from, the same as long as it says the same. */
function useInput(data: Journey | KeptVersion | undefined, library = nothing, personas: readonly Persona[] = []) {
  return useMemo(() => {
    if (data === undefined) return undefined;
    if ("file" in data) return inputOf(data.file, data.createdAt);
    return mapInput(data, { day: data.updatedAt.slice(0, 10), library, personas });
  }, [data, library, personas]);
}

type KeptVersion = RouteResponse<typeof getVersion>;
type Persona = NonNullable<MapSources["personas"]>[number];
const nothing: MapSources["library"] = { touchpoints: [], channels: [], teams: [] };
