import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError, upload, urlOf } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { addImage, getImage } from "../../api/images.ts";
import { setDetails } from "../../edit.ts";
import { useMap } from "../map-context.ts";
import { shrinkImage } from "./shrink-image.ts";

/** Where a picture of the workspace is read. */
export function useImageUrl(): (imageId: string) => string {
  const { id: workspaceId } = useWorkspace();
  return (imageId) => urlOf(getImage.path, { workspaceId, imageId });
}

/** Gives a card a picture out of a file; a file that is none is said. */
export function useAddImage() {
  const { t } = useTranslation("card");
  const words = useErrorWords();
  const { editor } = useMap();
  const { id: workspaceId } = useWorkspace();
  return useMutation({
    mutationFn: async ({ file }: { cardId: string; file: Blob }) => {
      const picture = await shrinkImage(file);
      if (picture === null) return null;
      const form = new FormData();
      form.append("file", picture, "picture");
      return upload(addImage, { params: { workspaceId }, form }, () => undefined);
    },
    onSuccess: (image, { cardId }) => {
      if (image === null) toastError({ sentence: t("imageFailed"), remedy: t("imageUnreadable") });
      else editor?.change((doc) => setDetails(doc, "cards", cardId, { imageId: image.id }));
    },
    onError: (error) => {
      const isFull = error instanceof ApiError && error.code === "limit_reached";
      toastError({ sentence: t("imageFailed"), remedy: isFull ? t("imageNoRoom") : words(error).remedy });
    },
  });
}

/** The first picture among what was pasted or dropped. */
export function pictureIn(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith("image/")) ?? null;
}
