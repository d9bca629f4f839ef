import { useComputedColorScheme } from "@mantine/core";
import { useMemo } from "react";
import { renderMap } from "../../render/map.ts";
import type { MapInput } from "../../render/input.ts";
import { useTemplateLocale } from "./offers.ts";
import classes from "./templates.module.css";

/** A map as a picture to look at, not to work on; it scrolls within its place. */
export function MapPicture({ input, label }: { input: MapInput; label: string }) {
  const locale = useTemplateLocale();
  const theme = useComputedColorScheme("light");
  const svg = useMemo(
    () => renderMap(input, { locale, theme, isFramed: false, cellWidth: 132 }),
    [input, locale, theme],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it, what is out of sight cannot be reached by keyboard
    <div className={classes["picture"]} role="region" aria-label={label} tabIndex={0}>
      {/* The renderer writes whatever a map says as text and nothing else. */}
      {/* oxlint-disable-next-line react/no-danger */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </div>
  );
}
