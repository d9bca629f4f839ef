import { useComputedColorScheme } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Changed, withChanges } from "../../render/changes.ts";
import type { MapInput } from "../../render/input.ts";
import { drawMap } from "../../render/map.ts";
import { palettes } from "../../render/palette.ts";
import { toSvg } from "../../render/svg.ts";
import classes from "./versions.module.css";

interface DrawnProps {
  input: MapInput;
  label: string;
  changed?: Changed;
}

/** A map as the one renderer draws it, with what differs marked. */
export function Drawn({ input, label, changed }: DrawnProps) {
  const { i18n } = useTranslation();
  const theme = useComputedColorScheme("light");
  const svg = useMemo(() => {
    const locale = i18n.language === "fr" ? "fr" : "en";
    const drawing = drawMap(input, { locale, theme, isFramed: false, hasLegend: true });
    return toSvg(changed === undefined ? drawing : withChanges(drawing, changed, palettes[theme]));
  }, [input, changed, i18n.language, theme]);
  return (
    // What is out of sight must be reached by keyboard too; text in the picture was escaped where it was drawn.
    // oxlint-disable jsx-a11y/no-noninteractive-tabindex, react/no-danger
    <div
      className={classes["drawn"]}
      role="region"
      aria-label={label}
      tabIndex={0}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
