import { useTranslation } from "react-i18next";
import { type JourneyKind, journeyKinds } from "../../model.ts";
import classes from "./templates.module.css";

/** The three kinds of map to choose from, each with what it is for; what it shows and needs is told of the chosen one. */
export function KindCards({ value, onChange }: { value: JourneyKind; onChange: (kind: JourneyKind) => void }) {
  const { t } = useTranslation("templates");
  const { t: journey } = useTranslation("journey");
  return (
    <fieldset className={classes["kinds"]}>
      <legend>{t("kind")}</legend>
      <div className={classes["kindGrid"]}>
        {journeyKinds.map((kind) => (
          <label key={kind} className={classes["kindCard"]} data-checked={kind === value}>
            <input type="radio" name="kind" value={kind} checked={kind === value} onChange={() => onChange(kind)} />
            <KindSketch kind={kind} />
            <strong>{journey(`kind.${kind}`)}</strong>
            <span>{t(`kindFor.${kind}`)}</span>
          </label>
        ))}
      </div>
      <KindHelp kind={value} />
    </fieldset>
  );
}

/** What a kind of map shows, what it is fed from, and how its steps are written. */
export function KindHelp({ kind }: { kind: JourneyKind }) {
  const { t } = useTranslation("templates");
  return (
    <div className={classes["help"]}>
      <p>{t(`kindShows.${kind}`)}</p>
      <p>{t(`kindNeeds.${kind}`)}</p>
      <p>{t("stepsHelp")}</p>
    </div>
  );
}

/** What tells the kinds apart at a glance: a curve over stations, layers under lines, a winding thread of thoughts. */
export function KindSketch({ kind }: { kind: JourneyKind }) {
  return (
    <svg viewBox="0 0 132 48" className={classes["sketch"]} aria-hidden>
      {kind === "journey" && (
        <>
          <path className={classes["thread"]} d="M8 26C22 6 34 8 46 20S70 44 86 34 108 8 124 12" />
          {[
            [8, 26],
            [46, 20],
            [86, 34],
            [124, 12],
          ].map(([x, y]) => (
            <circle key={x} className={classes["dot"]} cx={x} cy={y} r={4.5} />
          ))}
        </>
      )}
      {kind === "blueprint" && (
        <>
          {[0, 1, 2, 3].map((column) => (
            <rect key={column} className={classes["block"]} x={8 + column * 30} y={4} width={24} height={9} rx={2} />
          ))}
          <path className={classes["cut"]} d="M4 19H128" />
          {[0, 2, 3].map((column) => (
            <rect key={column} className={classes["block"]} x={8 + column * 30} y={24} width={24} height={7} rx={2} />
          ))}
          <path className={classes["cut"]} d="M4 35.500H128" />
          {[1, 2].map((column) => (
            <rect key={column} className={classes["block"]} x={8 + column * 30} y={39} width={24} height={7} rx={2} />
          ))}
        </>
      )}
      {kind === "experience" && (
        <>
          <path className={classes["thread"]} d="M8 34C26 34 22 12 44 12S62 36 84 36 104 14 124 14" />
          {[
            [22, 8],
            [64, 40],
            [106, 30],
          ].map(([x = 0, y = 0]) => (
            <path
              key={x}
              className={classes["bubble"]}
              d={`M${x - 9} ${y - 6}h18a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-11l-4 3v-3h-3a3 3 0 0 1-3-3v-5a3 3 0 0 1 3-3Z`}
            />
          ))}
        </>
      )}
    </svg>
  );
}
