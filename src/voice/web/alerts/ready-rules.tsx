import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type ReadyTrigger, readyTriggers } from "../../alerts/ready.ts";
import form from "../survey-form.module.css";

interface ReadyRulesProps {
  value: ReadyTrigger;
  onChoose: (ready: ReadyTrigger) => void;
}

const names = Object.keys(readyTriggers) as ReadyTrigger[];

/** What a new rule begins with. */
export function ReadyRules({ value, onChoose }: ReadyRulesProps) {
  const { t } = useTranslation("alerts");
  return (
    <Radio.Group label={t("begin")} value={value} onChange={onChoose}>
      <div className={form["cards"]}>
        {names.map((name) => (
          <Radio.Card key={name} value={name} className={form["card"] ?? ""}>
            <i />
            <strong>{t(`ready.${name}`)}</strong>
            <span>{t(`readyWhat.${name}`)}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
