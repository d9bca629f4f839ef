import { useQuery } from "@tanstack/react-query";
import { urlOf } from "#ui/call.ts";
import { getImage } from "../../api/images.ts";
import type { JourneyDocument } from "../../model.ts";
import type { Picture } from "../../render/input.ts";

/** The pictures on the cards that are seen, undefined while they are fetched; one that cannot be had is left out. */
export function usePictures(workspaceId: string, document: JourneyDocument | undefined) {
  const ids = document === undefined ? [] : shownImages(document);
  const { data } = useQuery({
    queryKey: ["pictures", workspaceId, ids],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(ids.map(async (id) => [id, await readPicture(workspaceId, id, signal)] as const));
      return new Map(found.flatMap(([id, picture]) => (picture === null ? [] : [[id, picture] as const])));
    },
    enabled: document !== undefined,
    staleTime: Infinity,
  });
  return data;
}

function shownImages({ lanes, cards }: JourneyDocument): string[] {
  const shown = new Set(lanes.filter(({ isHidden, isCollapsed }) => !isHidden && !isCollapsed).map(({ id }) => id));
  return [...new Set(cards.flatMap(({ laneId, imageId }) => (imageId !== null && shown.has(laneId) ? [imageId] : [])))];
}

/** As data, so that a drawing fetches nothing and a print waits for nothing. */
async function readPicture(workspaceId: string, imageId: string, signal: AbortSignal): Promise<Picture | null> {
  const answer = await fetch(urlOf(getImage.path, { workspaceId, imageId }), { signal });
  if (!answer.ok) return null;
  const blob = await answer.blob();
  const [{ width, height }, href] = await Promise.all([createImageBitmap(blob), dataUri(blob)]);
  return { href, width, height };
}

function dataUri(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener("load", () => {
      if (typeof reader.result === "string") resolve(reader.result);
    });
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The picture cannot be read.")));
    reader.readAsDataURL(blob);
  });
}
