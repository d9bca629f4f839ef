import { Button, Checkbox, Popover, SegmentedControl } from "@mantine/core";
import { Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Correction, type PolarityLabel, polarities } from "../../comments/model.ts";
import classes from "./verbatims.module.css";

interface CorrectionMenuProps {
  opened: boolean;
  onChange: (opened: boolean) => void;
  polarity: PolarityLabel;
  topics: readonly string[];
  topicNames: ReadonlyMap<string, string>;
  onCorrect: (part: Partial<Correction>) => void;
  /** Null while nothing is corrected. */
  onMachine: (() => void) | null;
  /** What opens it. */
  children: ReactNode;
}

/** What a person says of a comment: every choice stands at once. */
export function CorrectionMenu({ opened, onChange, children, ...rest }: CorrectionMenuProps) {
  const { t } = useTranslation("verbatims");
  const { polarity, topics, topicNames, onCorrect, onMachine } = rest;
  const toggle = (id: string) =>
    onCorrect({ topics: topics.includes(id) ? topics.filter((other) => other !== id) : [...topics, id] });
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={t("correct")}>
        <div className={classes["correction"]}>
          <SegmentedControl
            fullWidth
            aria-label={t("correct.polarity")}
            value={polarity}
            onChange={(value) => onCorrect({ polarity: value })}
            data={polarities.map((value) => ({ value, label: t(`polarity.${value}`) }))}
          />
          <fieldset className={classes["topicChoice"]}>
            <legend>{t("correct.topics")}</legend>
            {[...topicNames].map(([id, name]) => (
              <Checkbox key={id} size="xs" label={name} checked={topics.includes(id)} onChange={() => toggle(id)} />
            ))}
          </fieldset>
          {onMachine !== null && (
            <Button variant="subtle" color="gray" leftSection={<Undo2 size={14} aria-hidden />} onClick={onMachine}>
              {t("correct.machine")}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
