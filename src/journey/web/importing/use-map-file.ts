import { useMutation, useQueryClient } from "@tanstack/react-query";
import { upload } from "#ui/call.ts";
import { importFile, previewFile, replaceByFile, type FilePreview } from "../../api/data.ts";
import type { Journey } from "../../model.ts";
import { journeyQuery, journeysQuery } from "../queries.ts";

/** Where a file goes: to a new journey, or in place of one. */
export interface Goal {
  workspaceId: string;
  journeyId?: string | undefined;
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append("file", file, file.name);
  return form;
}

const unwatched = () => undefined;

/** Reads a file to see what it would make, then makes it; the file is sent each time, so that nothing waits on the server. */
export function useMapFile({ workspaceId, journeyId }: Goal) {
  const queryClient = useQueryClient();
  const preview = useMutation({
    mutationFn: (file: File): Promise<FilePreview> =>
      upload(previewFile, { params: { workspaceId }, form: formOf(file) }, unwatched),
  });
  const take = useMutation({
    mutationFn: ({
      file,
      name,
      createMissing,
    }: {
      file: File;
      name: string;
      createMissing: boolean;
    }): Promise<Journey> =>
      journeyId === undefined
        ? upload(importFile, { params: { workspaceId }, query: { name, createMissing }, form: formOf(file) }, unwatched)
        : upload(replaceByFile, { params: { journeyId }, query: { createMissing }, form: formOf(file) }, unwatched),
    onSuccess: async (journey) => {
      await Promise.all([
        queryClient.invalidateQueries(journeysQuery(workspaceId)),
        queryClient.invalidateQueries({ queryKey: journeyQuery(journey.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: ["library", workspaceId] }),
        queryClient.invalidateQueries({ queryKey: ["personas", workspaceId] }),
      ]);
    },
  });
  return { preview, take };
}
