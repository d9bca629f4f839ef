import classes from "./card.module.css";
import { useImageUrl } from "./use-add-image.ts";

/** The picture of a card on the map; its text says what it shows. */
export function CardPicture({ imageId, text }: { imageId: string; text: string }) {
  const urlOf = useImageUrl();
  return <img className={classes["picture"]} src={urlOf(imageId)} alt={text} loading="lazy" draggable={false} />;
}
