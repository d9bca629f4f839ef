import { Button, Divider, Popover, VisuallyHidden } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { CalendarRange, ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Span, beforeLabel, periodLabel, presetNames, presetOf, presetsOf } from "./period.ts";
import classes from "./pickers.module.css";

interface PeriodPickerProps {
  firstDay: string;
  lastDay: string;
  period: Span;
  /** What the figures are compared with, once known. */
  before: Span | null;
  onChange: (period: Span) => void;
}

/** The period on screen and the one it is compared with. */
export function PeriodPicker({ firstDay, lastDay, period, before, onChange }: PeriodPickerProps) {
  const { t, i18n } = useTranslation("insight");
  const [isOpen, setIsOpen] = useState(false);
  const presets = presetsOf(firstDay, lastDay);
  const chosen = presetOf(period, presets);
  const choose = (span: Span) => {
    setIsOpen(false);
    onChange(span);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes["chip"]} onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          <CalendarRange aria-hidden />
          <VisuallyHidden>{t("period")}, </VisuallyHidden>
          <b>{periodLabel(period, i18n.language)}</b>
          {before !== null && (
            <span className={classes["versus"]}>
              {t("versus", { before: beforeLabel(before, period, i18n.language) })}
            </span>
          )}
          <ChevronDown aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <div className={classes["options"]}>
          {presetNames.map((name) => (
            <Button
              key={name}
              variant={name === chosen ? "light" : "subtle"}
              color={name === chosen ? "accent" : "gray"}
              aria-pressed={name === chosen}
              onClick={() => choose(presets[name])}
              rightSection={<span className={classes["hint"]}>{periodLabel(presets[name], i18n.language)}</span>}
            >
              {t(`preset.${name}`)}
            </Button>
          ))}
        </div>
        <Divider my={6} label={t("customPeriod")} labelPosition="left" />
        <CustomPeriod
          key={`${period.from} ${period.to}`}
          period={period}
          firstDay={firstDay}
          lastDay={lastDay}
          onChange={choose}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function CustomPeriod({
  period,
  firstDay,
  lastDay,
  onChange,
}: {
  period: Span;
  firstDay: string;
  lastDay: string;
  onChange: (period: Span) => void;
}) {
  const { t } = useTranslation("insight");
  const [range, setRange] = useState<[string | null, string | null]>([period.from, period.to]);
  return (
    <DatePicker
      type="range"
      size="xs"
      allowSingleDateInRange
      hideOutsideDates
      weekendDays={[]}
      ariaLabels={{ previousMonth: t("previousMonth"), nextMonth: t("nextMonth") }}
      mx="auto"
      value={range}
      defaultDate={period.to}
      minDate={firstDay}
      maxDate={lastDay > period.to ? lastDay : period.to}
      onChange={(next) => {
        setRange(next);
        const [from, to] = next;
        if (from !== null && to !== null) onChange({ from, to });
      }}
    />
  );
}
