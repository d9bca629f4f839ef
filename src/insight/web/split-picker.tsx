import { Menu } from "@mantine/core";
import { Check, ChevronDown, Split } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./pickers.module.css";

interface SplitPickerProps {
  properties: readonly { name: string }[];
  splitBy: string | undefined;
  onChange: (splitBy: string | undefined) => void;
}

/** The property whose values are compared everywhere on the map. */
export function SplitPicker({ properties, splitBy, onChange }: SplitPickerProps) {
  const { t } = useTranslation("insight");
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <button type="button" className={classes["chip"]} data-set={splitBy !== undefined}>
          <Split aria-hidden />
          <span className={classes["label"]}>{t("splitBy")}</span> {splitBy !== undefined && <b>{splitBy}</b>}
          <ChevronDown aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes["scroll"]}>
        {properties.length === 0 && <Menu.Label>{t("noProperties")}</Menu.Label>}
        {splitBy !== undefined && <Menu.Item onClick={() => onChange(undefined)}>{t("noSplit")}</Menu.Item>}
        {properties.map(({ name }) => (
          <Menu.Item
            key={name}
            aria-current={name === splitBy}
            rightSection={name === splitBy ? <Check size={14} aria-hidden /> : undefined}
            onClick={() => onChange(name)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
