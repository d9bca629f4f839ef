import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { measuresQuery, utcDay } from "#insight/web/index.ts";
import { usePersonas } from "#persona/web/index.ts";
import { useLibrary } from "#touchpoint/web/index.ts";
import { mapInput, type MapInput } from "../../render/input.ts";
import { journeyQuery } from "../queries.ts";
import { useScreen } from "../screen-context.ts";
import { usePictures } from "./use-pictures.ts";

/** Everything the open map is drawn from, as the server has it: what is previewed is what is taken away. Null while it is read. */
export function useMapInput(withMeasures: boolean): { input: MapInput | null; error: Error | null } {
  const { journey, measureView } = useScreen();
  const stored = useQuery({ ...journeyQuery(journey.id), refetchOnMount: "always" });
  const library = useLibrary(journey.workspaceId);
  const personas = usePersonas(journey.workspaceId);
  const measures = useQuery({ ...measuresQuery(journey.id, measureView), refetchInterval: false });
  const [day] = useState(() => utcDay(new Date()));
  const images = usePictures(journey.workspaceId, stored.data?.document);
  const isMeasured = withMeasures && measureView !== null;
  const isReady = stored.isFetchedAfterMount && personas.isSuccess && library.isSuccess;
  const input = useMemo(() => {
    if (!isReady || stored.data === undefined || library.data === undefined || images === undefined) return null;
    if (isMeasured && measures.data === undefined) return null;
    return mapInput(stored.data, {
      day,
      library: library.data,
      personas: personas.data ?? [],
      images,
      measures: isMeasured ? (measures.data ?? null) : null,
      filter: measureView?.filter ?? [],
    });
  }, [isReady, stored.data, library.data, personas.data, isMeasured, measures.data, measureView, day, images]);
  return { input, error: stored.error ?? library.error ?? personas.error ?? (isMeasured ? measures.error : null) };
}
