import type { WriteStream } from "node:tty";
import type { Import, ImportProgress } from "#activity/model.ts";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
/** Where nobody watches, one line in this many milliseconds is enough. */
const lineEvery = 2000;

export interface ProgressLine {
  show: (status: Import["status"] | "waiting", progress: ImportProgress | null) => void;
  end: () => void;
}

/** Shows how far an import is: one line that changes on a terminal, a line now and then elsewhere. */
export function showProgress(out: Pick<WriteStream, "isTTY" | "write">): ProgressLine {
  let lastStatus = "";
  let lastTime = 0;
  let isOpen = false;
  return {
    show: (status, progress) => {
      const text = progressText(status, progress);
      if (out.isTTY) {
        // Back to the start of the line, and clear it.
        out.write(`\r\u001B[K${text}`);
        isOpen = true;
        return;
      }
      const now = performance.now();
      if (status === lastStatus && now - lastTime < lineEvery) return;
      [lastStatus, lastTime] = [status, now];
      out.write(`${text}\n`);
    },
    end: () => {
      if (isOpen) out.write("\n");
      isOpen = false;
    },
  };
}

/** `reading: 120,000 rows, 60 %, 52,000 rows/s, 2 s left` */
function progressText(status: string, progress: ImportProgress | null): string {
  if (status === "waiting") return "waiting for another import of this workspace to end";
  if (progress === null) return status;
  const { rows, bytes, bytesTotal, rowsPerSecond, secondsLeft } = progress;
  const parts = [
    `${number.format(rows)} rows`,
    ...(bytesTotal > 0 ? [`${number.format((100 * bytes) / bytesTotal)} %`] : []),
    ...(rowsPerSecond > 0 ? [`${number.format(rowsPerSecond)} rows/s`] : []),
    ...(secondsLeft === null ? [] : [`${number.format(secondsLeft)} s left`]),
  ];
  return `${status}: ${parts.join(", ")}`;
}
