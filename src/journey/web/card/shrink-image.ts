import { imageBytes } from "../../image-file.ts";

/** Longest side of a picture that is kept, in pixels: sharp on a card, in a panel and on a printed wall. */
const longest = 1600;
/** Tried in turn until the file is small enough. */
const qualities = [0.85, 0.7, 0.5] as const;

/** What a picture measures when it has to fit into a square. */
function fitInto(side: number, width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Draws a picture anew, small enough to be sent and without what its file says of place and camera, as JPEG, which PDF and
 * slides know too; null when the browser cannot read it.
 */
export async function shrinkImage(file: Blob): Promise<Blob | null> {
  // A vector file may hold anything, and the server refuses it: it is not even drawn here.
  if (file.type === "image/svg+xml") return null;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitInto(longest, bitmap.width, bitmap.height));
  draw(bitmap, canvas);
  bitmap.close();
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (blob !== null && blob.size <= imageBytes) return blob;
  }
  return null;
}

/** On white: what is transparent would come out black. */
function draw(bitmap: ImageBitmap, canvas: HTMLCanvasElement): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}
