import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call, upload } from "#ui/call.ts";
import { createImport, getImport, setMapping, uploadFiles } from "../api.ts";
import type { Import } from "../model.ts";
import { importQuery, importsQuery } from "./queries.ts";

const isMapping = (file: File) => /\.(ya?ml|json)$/i.test(file.name);

/**
 * Sends files to an import, beginning one when there is none yet. A mapping file among them becomes the import's mapping,
 * after the data it speaks of. `share` is what has been sent, 0–1, null while nothing is being sent.
 */
export function useUpload(workspaceId: string) {
  const queryClient = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const send = useMutation({
    mutationFn: async ({ files, importId }: { files: readonly File[]; importId?: string }): Promise<Import> => {
      setShare(0);
      let one: Import =
        importId === undefined
          ? await call(createImport, { params: { workspaceId } })
          : await call(getImport, { params: { workspaceId, importId } });
      const params = { workspaceId, importId: one.id };
      const data = files.filter((file) => !isMapping(file));
      if (data.length > 0) {
        const form = new FormData();
        for (const file of data) form.append("files", file, file.name);
        one = await upload(uploadFiles, { params, form }, setShare);
      }
      const mapping = files.find(isMapping);
      return mapping === undefined ? one : call(setMapping, { params, body: { mapping: await mapping.text() } });
    },
    onSuccess: (one) => {
      queryClient.setQueryData(importQuery(workspaceId, one.id).queryKey, one);
      void queryClient.invalidateQueries({ queryKey: importsQuery(workspaceId).queryKey });
    },
    onSettled: () => setShare(null),
  });
  return { send, share };
}
