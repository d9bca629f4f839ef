import { urlOf } from "#ui/call.ts";
import { playRecording } from "../../api/interviews.ts";
import type { Moment } from "../../interviews/model.ts";

/** Where a recording is played from; a moment of it begins and ends by itself (W3C Media Fragments). */
export function mediaUrl(recordingId: string, moment?: Pick<Moment, "fromMs" | "toMs">): string {
  const url = urlOf(playRecording.path, { recordingId });
  return moment === undefined
    ? url
    : `${url}#t=${moment.fromMs / 1000},${Math.max(moment.toMs, moment.fromMs + 1000) / 1000}`;
}
