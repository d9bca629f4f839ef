import { useInViewport } from "@mantine/hooks";
import { memo } from "react";
import { Miniature } from "../atlas/miniature.tsx";
import { type Offer, useTemplateMap } from "./offers.ts";
import classes from "./templates.module.css";

/** A template in little, once it comes into sight: it is known by its own line, as a journey is in the atlas. */
export const OfferPicture = memo(function OfferPicture({ workspaceId, offer }: { workspaceId: string; offer: Offer }) {
  const { ref, inViewport } = useInViewport<HTMLSpanElement>();
  const map = useTemplateMap(workspaceId, inViewport ? offer : null);
  return (
    <span ref={ref} className={classes["offerPicture"]}>
      {map !== undefined && <Miniature input={map.input} />}
    </span>
  );
});
