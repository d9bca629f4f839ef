import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import {
  createVersion,
  deleteVersion,
  getVersion,
  listVersions,
  renameVersion,
  type Version,
} from "../../api/versions.ts";
import { replaceDocument } from "../../replace.ts";
import { useMap } from "../map-context.ts";

export const versionsQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId, "versions"],
    queryFn: ({ signal }) => call(listVersions, { params: { journeyId }, signal }),
  });

/** A version with its map, which never changes. */
export const versionQuery = (journeyId: string, versionId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId, "version", versionId],
    queryFn: ({ signal }) => call(getVersion, { params: { journeyId, versionId }, signal }),
    staleTime: Infinity,
  });

/** Copies that a restore makes of a map that others do not stop editing; what is not in the last one is still in the undo. */
const mostCopies = 3;

/** What can be done with the versions of the journey that is open. */
export function useVersionDeeds() {
  const { journeyId, editor, view } = useMap();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: versionsQuery(journeyId).queryKey });
  const name = useMutation({
    mutationFn: (name: string) =>
      call(createVersion, { params: { journeyId }, body: { reason: "named" as const, name } }),
    onSettled,
  });
  const rename = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      call(renameVersion, { params: { journeyId, versionId: id }, body: { name } }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Version) => call(deleteVersion, { params: { journeyId, versionId: id } }),
    onSettled,
  });
  /** Once more when somebody edited the map meanwhile, so that what is replaced is what was kept. */
  const keepAsItIs = async () => {
    for (let left = mostCopies; left > 0; left -= 1) {
      const before = view.get();
      await call(createVersion, { params: { journeyId }, body: { reason: "safety" as const } });
      if (view.get() === before) return;
    }
  };
  /** As one deed of one's own on the live map, so that it can be undone like any other. */
  const restore = useMutation({
    mutationFn: async ({ id }: Version) => {
      const { file } = await queryClient.ensureQueryData(versionQuery(journeyId, id));
      await keepAsItIs();
      return editor?.change((doc) => replaceDocument(doc, file.document)) === true;
    },
    onSettled,
  });
  return { name, rename, remove, restore };
}
