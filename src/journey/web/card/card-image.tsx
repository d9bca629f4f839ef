import { Button, FileButton, Input } from "@mantine/core";
import { type ClipboardEvent, type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DetailsOf } from "../../fields.ts";
import type { Card } from "../../model.ts";
import classes from "./card.module.css";
import { pictureIn, useAddImage, useImageUrl } from "./use-add-image.ts";

interface CardImageProps {
  card: Card;
  readOnly: boolean;
  set: (details: DetailsOf<"cards">) => void;
}

/** The picture of a card: chosen, dropped or pasted. */
export function CardImage({ card, readOnly, set }: CardImageProps) {
  const { t } = useTranslation("card");
  const urlOf = useImageUrl();
  const add = useAddImage();
  const [isOver, setIsOver] = useState(false);
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer | null) => {
    const picture = pictureIn(data);
    setIsOver(false);
    if (picture === null || readOnly) return;
    event.preventDefault();
    add.mutate({ cardId: card.id, file: picture });
  };
  const { imageId } = card;
  return (
    <section aria-label={t("image")} onPaste={(event) => take(event, event.clipboardData)}>
      <Input.Label component="p">{t("image")}</Input.Label>
      <div
        className={classes["drop"]}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => take(event, event.dataTransfer)}
      >
        {imageId !== null && <img src={urlOf(imageId)} alt={card.text} />}
        {!readOnly && (
          <>
            <Input.Description>{t("imageHint")}</Input.Description>
            <div className={classes["buttons"]}>
              <FileButton
                accept="image/png,image/jpeg,image/webp"
                onChange={(file) => file !== null && add.mutate({ cardId: card.id, file })}
              >
                {(props) => (
                  <Button {...props} size="xs" variant="default" loading={add.isPending}>
                    {t(imageId === null ? "imageAdd" : "imageReplace")}
                  </Button>
                )}
              </FileButton>
              {imageId !== null && (
                <Button size="xs" variant="subtle" color="red" onClick={() => set({ imageId: null })}>
                  {t("imageRemove")}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </section>
  );
}
