import { Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { journeyStates } from "../../model.ts";
import type { PersonaMark } from "../../persona-marks.ts";
import { seriesOf } from "./emotion-drawing.tsx";
import headClasses from "../lane-head.module.css";
import classes from "./emotion.module.css";
import type { CurveId } from "./lines.ts";

interface CurvePickerProps {
  personas: readonly PersonaMark[];
  chosen: CurveId;
  onPick: (curve: CurveId) => void;
  /** In the grid, the arrows reach it, and Tab does not. */
  isInGrid?: boolean;
}

const inGrid = { "data-item": true, tabIndex: -1 } as const;

/** Which curve is being set: whose, and as it is or as it is wanted. */
export function CurvePicker({ personas, chosen, onPick, isInGrid = true }: CurvePickerProps) {
  const { t } = useTranslation("emotion");
  const { t: journey } = useTranslation("journey");
  return (
    <div className={classes["picker"]} role="group" aria-label={t("picker")}>
      {personas.length > 0 && <PersonaMenu personas={personas} chosen={chosen} onPick={onPick} isInGrid={isInGrid} />}
      {journeyStates.map((state) => (
        <button
          key={state}
          type="button"
          {...(isInGrid ? inGrid : {})}
          className={headClasses["option"]}
          aria-pressed={chosen.state === state}
          onClick={() => onPick({ ...chosen, state })}
        >
          {journey(`state.${state}`)}
        </button>
      ))}
    </div>
  );
}

function PersonaMenu({ personas, chosen, onPick, isInGrid }: CurvePickerProps) {
  const { t } = useTranslation("emotion");
  const named = (persona: PersonaMark | undefined) =>
    persona === undefined ? t("everybody") : `${persona.letter} · ${persona.name}`;
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <button
          type="button"
          {...(isInGrid === true ? inGrid : {})}
          className={`${headClasses["option"]} ${classes["whose"]}`}
        >
          <span>{named(personas.find(({ id }) => id === chosen.personaId))}</span> <ChevronDown size={11} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.stopPropagation()}>
        {[undefined, ...personas].map((persona) => (
          <Menu.RadioItem
            key={persona?.id ?? "all"}
            value={persona?.id ?? ""}
            checked={(persona?.id ?? null) === chosen.personaId}
            closeMenuOnClick
            rightSection={<LineSample series={seriesOf({ persona })} />}
            onChange={() => onPick({ ...chosen, personaId: persona?.id ?? null })}
          >
            {named(persona)}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** How the line of a persona is dashed. */
function LineSample({ series }: { series: number }) {
  return (
    <svg className={classes["sample"]} viewBox="0 0 28 8" width={28} height={8} aria-hidden>
      <path className={classes["curve"]} data-series={series} data-state="lived" data-chosen d="M0 4H28" />
    </svg>
  );
}
