import { renderAsync } from "@resvg/resvg-js";
import { AppError } from "#platform/errors.ts";
import type { Drawing } from "../render/drawing.ts";
import { toSvg } from "../render/svg.ts";
import { isWritable } from "../render/writable.ts";
import { fontFiles } from "./fonts.ts";

/** Pixels of a picture that every program still opens, and that fit in the memory of a small server. */
const mostPixels = 80_000_000;

/**
 * The map as a PNG, `scale` pixels for one of the drawing.
 * @throws AppError `too_large`
 */
export async function toPng(drawing: Drawing, scale: number): Promise<Buffer> {
  const [width, height] = [Math.ceil(drawing.width * scale), Math.ceil(drawing.height * scale)];
  if (width * height > mostPixels) {
    throw new AppError("too_large", `This picture would be ${width} × ${height} pixels.`, {
      remedy: "Choose a smaller scale, or a PDF or an SVG, which have no pixels.",
    });
  }
  const picture = await renderAsync(toSvg(drawing), {
    fitTo: { mode: "zoom", value: scale },
    // The machine's own fonts are only asked for what ours cannot write: so the picture is the same everywhere.
    font: {
      fontFiles: Object.values(fontFiles()),
      loadSystemFonts: !isWritable(drawing.shapes),
      defaultFontFamily: "Inter",
    },
  });
  return picture.asPng();
}
