import type { Review } from "../../reviews/model.ts";
import classes from "./reviews.module.css";
import { Stars } from "./stars.tsx";

/** What a review says, in its own language and direction. */
export function ReviewWords({ rating, title, text, language }: Pick<Review, "rating" | "title" | "text" | "language">) {
  return (
    <>
      <p className={classes["head"]}>
        <Stars rating={rating} />
        <strong dir="auto">{title}</strong>
      </p>
      {text !== "" && (
        <p className={classes["text"]} dir="auto" lang={language ?? undefined}>
          {text}
        </p>
      )}
    </>
  );
}
