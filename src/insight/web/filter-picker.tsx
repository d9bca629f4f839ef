import { Button, Checkbox, Popover } from "@mantine/core";
import { ChevronDown, ChevronLeft, ListFilter, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import classes from "./pickers.module.css";
import { useValueWords } from "./split-lines.tsx";

interface Property {
  name: string;
  values: readonly { value: string; events: number }[];
}
interface FilterPickerProps {
  properties: readonly Property[];
  /** `name:value`, several values of one name being alternatives. */
  filter: readonly string[];
  onChange: (filter: string[]) => void;
}

/** What the figures are limited to: a chip for each value, and a way to add more. */
export function FilterPicker({ properties, filter, onChange }: FilterPickerProps) {
  const { t } = useTranslation("insight");
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<Property | null>(null);
  const valueWords = useValueWords();
  const toggle = (item: string) =>
    onChange(filter.includes(item) ? filter.filter((other) => other !== item) : [...filter, item]);
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={setIsOpen}
        onClose={() => setChosen(null)}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button type="button" className={classes["chip"]} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <ListFilter aria-hidden /> <span className={classes["label"]}>{t("addFilter")}</span>{" "}
            <ChevronDown aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown p={6} w={260}>
          {chosen === null ? (
            <div className={classes["options"]}>
              {properties.length === 0 && <p className={classes["hint"]}>{t("noProperties")}</p>}
              {properties.map((property) => (
                <Button key={property.name} variant="subtle" color="gray" onClick={() => setChosen(property)}>
                  {property.name}
                </Button>
              ))}
            </div>
          ) : (
            <Values property={chosen} filter={filter} onToggle={toggle} onBack={() => setChosen(null)} />
          )}
        </Popover.Dropdown>
      </Popover>
      {filter.map((item) => {
        const at = item.indexOf(":");
        const [name, value] = [item.slice(0, at), valueWords(item.slice(at + 1))];
        return (
          <button
            key={item}
            type="button"
            className={classes["chip"]}
            data-set
            onClick={() => toggle(item)}
            aria-label={t("removeFilter", { name, value })}
          >
            {name} <b>{value}</b> <X aria-hidden />
          </button>
        );
      })}
    </>
  );
}

function Values({
  property,
  filter,
  onToggle,
  onBack,
}: {
  property: Property;
  filter: readonly string[];
  onToggle: (item: string) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const valueWords = useValueWords();
  return (
    <div className={classes["values"]} role="group" aria-label={t("filterBy", { name: property.name })}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<ChevronLeft size={14} aria-hidden />}
        onClick={onBack}
        data-autofocus
      >
        {property.name}
      </Button>
      <div className={classes["scroll"]}>
        {property.values.map(({ value, events }) => {
          const item = `${property.name}:${value}`;
          return (
            <Checkbox
              key={value}
              size="xs"
              label={
                <>
                  {valueWords(value)} <span className={classes["hint"]}>{format.number(events)}</span>
                </>
              }
              checked={filter.includes(item)}
              onChange={() => onToggle(item)}
            />
          );
        })}
      </div>
    </div>
  );
}
