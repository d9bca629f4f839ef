import type { ClipboardEvent, DragEvent } from "react";
import type { Lane } from "../../model.ts";
import { readRef } from "../item.ts";
import { useMap } from "../map-context.ts";
import { pictureIn, useAddImage } from "./use-add-image.ts";

/** Lets pictures be dropped and pasted into the cells of an image lane, each a new card; nothing for any other lane. */
export function useImageLane({ id: laneId, kind }: Lane) {
  const { editor } = useMap();
  const add = useAddImage();
  if (kind !== "image" || editor === null) return {};
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    const file = pictureIn(data);
    const stepId = (event.target as HTMLElement).closest<HTMLElement>("[data-step]")?.dataset["step"];
    if (file === null || stepId === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const card = readRef(editor.addCard(laneId, stepId));
    if (card !== null) add.mutate({ cardId: card.id, file });
  };
  return {
    onDragOver: (event: DragEvent) => event.dataTransfer.types.includes("Files") && event.preventDefault(),
    onDrop: (event: DragEvent) => take(event, event.dataTransfer),
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
  };
}
