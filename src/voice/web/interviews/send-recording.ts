import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, call, upload } from "#ui/call.ts";
import { createRecording, getRecording, sendPiece } from "../../api/interviews.ts";
import { interviewLimits, type Recording } from "../../interviews/model.ts";
import { interviewQuery } from "./queries.ts";

/** How often a piece is sent again when the network fails, and how long after the first failure, in milliseconds. */
const [tries, patience] = [5, 1_000];

/**
 * Sends a file piece by piece. A recording of that name and size of which a part is here already is gone on with: after a
 * break, one chooses the same file again. `share` is what has arrived, 0–1, null while nothing is being sent.
 */
export function useSendRecording(interviewId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = interviewQuery(interviewId);
  const [share, setShare] = useState<number | null>(null);
  const send = useMutation({
    mutationFn: async (file: File) => {
      setShare(0);
      const begun = queryClient
        .getQueryData(queryKey)
        ?.files.find(({ name, bytes, received }) => name === file.name && bytes === file.size && received < bytes);
      const body = { name: file.name.slice(-interviewLimits.name), bytes: file.size };
      let recording = begun ?? (await call(createRecording, { params: { interviewId }, body }));
      while (recording.received < recording.bytes) recording = await sendNext(recording, file, setShare);
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey });
      setShare(null);
    },
  });
  return { send, share };
}

/** Sends the next piece, again when the network fails, from where the server then says it is. */
async function sendNext(recording: Recording, file: File, onShare: (share: number) => void): Promise<Recording> {
  const params = { recordingId: recording.id };
  let { received: from } = recording;
  for (let failures = 0; ; failures += 1) {
    try {
      if (failures > 0) ({ received: from } = await call(getRecording, { params }));
      const piece = file.slice(from, from + interviewLimits.chunkBytes);
      if (piece.size === 0) return await call(getRecording, { params });
      const form = new FormData();
      form.append("piece", piece, "piece");
      return await upload(sendPiece, { params, query: { from }, form }, (sent) =>
        onShare((from + sent * piece.size) / file.size),
      );
    } catch (error) {
      const mayPass = error instanceof ApiError && (error.code === "network" || error.code === "store_unavailable");
      if (!mayPass || failures >= tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, patience * 2 ** failures));
    }
  }
}
