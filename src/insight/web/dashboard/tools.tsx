import { Menu } from "@mantine/core";
import { Check, ChevronDown, Route } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FilterPicker } from "../filter-picker.tsx";
import type { Span } from "../period.ts";
import { PeriodPicker } from "../period-picker.tsx";
import pickers from "../pickers.module.css";
import type { MeasureView } from "../queries.ts";
import classes from "./dashboard.module.css";
import { useDashboardSearch } from "./search.ts";

interface ToolsProps {
  journeys: readonly { id: string; name: string }[];
  journeyId: string;
  view: MeasureView;
  data: Span;
  before: Span | null;
  properties: readonly { name: string; values: readonly { value: string; events: number }[] }[];
}

/** Which journey, when, and for whom. */
export function Tools({ journeys, journeyId, view, data, before, properties }: ToolsProps) {
  const [, show] = useDashboardSearch();
  return (
    <div className={classes["tools"]}>
      <JourneyPicker
        journeys={journeys}
        journeyId={journeyId}
        onChange={(journey) => show({ journey, open: undefined, splitBy: undefined, filter: undefined })}
      />
      <PeriodPicker
        firstDay={data.from}
        lastDay={data.to}
        period={view}
        before={before}
        onChange={({ from, to }) => show({ from, to })}
      />
      <FilterPicker
        properties={properties}
        filter={view.filter ?? []}
        onChange={(filter) => show({ filter: filter.length === 0 ? undefined : filter })}
      />
    </div>
  );
}

interface JourneyPickerProps {
  journeys: ToolsProps["journeys"];
  journeyId: string;
  onChange: (id: string) => void;
}

function JourneyPicker({ journeys, journeyId, onChange }: JourneyPickerProps) {
  const { t } = useTranslation("dashboard");
  const current = journeys.find(({ id }) => id === journeyId);
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <button type="button" className={pickers["chip"]} aria-label={`${t("journey")}: ${current?.name ?? ""}`}>
          <Route aria-hidden />
          <b>{current?.name}</b>
          <ChevronDown aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={pickers["scroll"]}>
        {journeys.map(({ id, name }) => (
          <Menu.Item
            key={id}
            aria-current={id === journeyId}
            rightSection={id === journeyId ? <Check size={14} aria-hidden /> : undefined}
            onClick={() => onChange(id)}
          >
            {name === "" ? t("unnamed") : name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
