import { useComputedColorScheme } from "@mantine/core";
import { useMemo } from "react";
import type { MapInput } from "../../render/input.ts";
import { renderMiniature } from "../../render/miniature.ts";
import classes from "./atlas.module.css";

/** A map in little, to be known again by; everything it shows is said beside it in words. */
export function Miniature({ input }: { input: MapInput }) {
  const theme = useComputedColorScheme("light");
  const svg = useMemo(() => renderMiniature(input, { theme }), [input, theme]);
  // The renderer writes whatever a map says as text and nothing else.
  // oxlint-disable-next-line react/no-danger
  return <div className={classes["miniature"]} aria-hidden dangerouslySetInnerHTML={{ __html: svg }} />;
}
