import type { Door } from "#testing/door.ts";
import { errorOf, urlOf } from "#ui/call.ts";
import type { z } from "zod";
import { importReviews, type ReviewImportRequest } from "../../api/reviews.ts";
import { ReviewReading } from "../../reviews/model.ts";

/** Sends a file of reviews as a browser does. */
export async function sendReviews(
  door: Door,
  workspaceId: string,
  file: string | Uint8Array<ArrayBuffer>,
  request: z.input<typeof ReviewImportRequest>,
): Promise<ReviewReading> {
  const form = new FormData();
  form.append("request", JSON.stringify(request));
  form.append("file", new Blob([file]), "reviews.csv");
  const response = await door.fetch(urlOf(importReviews.path, { workspaceId }), { method: "POST", body: form });
  const text = await response.text();
  if (!response.ok) throw errorOf(response.status, text);
  return ReviewReading.parse(JSON.parse(text));
}
