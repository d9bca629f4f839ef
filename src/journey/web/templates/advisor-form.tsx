import { Chip, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Answers, listenings, materials, objectives, scopes } from "../../advisor.ts";
import { maturities } from "../../model.ts";
import classes from "./templates.module.css";

/** The six questions of the advisor; an answer is taken back by choosing it again. */
export function AdvisorForm({ answers, onChange }: { answers: Answers; onChange: (answers: Answers) => void }) {
  const { t } = useTranslation("templates");
  const say = (change: Partial<Answers>) => onChange({ ...answers, ...change });
  return (
    <div className={classes["questions"]}>
      <p className="soft">{t("advisorIntro")}</p>
      <Question title={t("askObjective")}>
        <Choices
          options={objectives.map((value) => ({ value, label: t(`objective.${value}`) }))}
          value={answers.objective}
          onChange={(objective) => say({ objective })}
        />
      </Question>
      <Question title={t("askScope")}>
        <Choices
          options={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
          value={answers.scope}
          onChange={(scope) => say({ scope })}
        />
      </Question>
      <Question title={t("askMaterial")}>
        <Chip.Group
          multiple
          value={[...answers.materials]}
          onChange={(chosen: string[]) => say({ materials: materials.filter((one) => chosen.includes(one)) })}
        >
          <Group gap="xs">
            {materials.map((value) => (
              <Chip key={value} value={value} size="sm">
                {t(`material.${value}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Question>
      <Question title={t("askListening")}>
        <Choices
          options={listenings.map((value) => ({ value, label: t(`listening.${value}`) }))}
          value={answers.listening}
          onChange={(listening) => say({ listening })}
        />
      </Question>
      <Question title={t("askTeam")}>
        <Choices
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(`team.${value}`) }))}
          value={answers.hasTeam === null ? null : answers.hasTeam ? "yes" : "no"}
          onChange={(team) => say({ hasTeam: team === null ? null : team === "yes" })}
        />
      </Question>
      <Question title={t("askMaturity")}>
        <Choices
          options={maturities.map((value) => ({ value, label: t(`maturity.${value}`) }))}
          value={answers.maturity}
          onChange={(maturity) => say({ maturity })}
        />
      </Question>
    </div>
  );
}

function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes["question"]}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface ChoicesProps<Value extends string> {
  options: readonly { value: Value; label: string }[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

/** One of several, or none again. */
function Choices<Value extends string>({ options, value, onChange }: ChoicesProps<Value>) {
  return (
    <Group gap="xs">
      {options.map((option) => (
        <Chip
          key={option.value}
          size="sm"
          checked={option.value === value}
          onChange={(isChosen) => onChange(isChosen ? option.value : null)}
        >
          {option.label}
        </Chip>
      ))}
    </Group>
  );
}
