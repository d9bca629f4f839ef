import { Menu } from "@mantine/core";
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "../item.module.css";
import { readRef } from "../item.ts";
import { useKeyNames } from "../palette/use-key-names.ts";
import { useCopy } from "./use-clipboard.ts";

/** Copies the lane, step, stage or card that a menu belongs to, for this map or another one. */
export function CopyItem({ subject }: { subject: string }) {
  const { t } = useTranslation("clipboard");
  const copy = useCopy();
  const keyNames = useKeyNames();
  const item = readRef(subject);
  if (item === null || item.kind === "placement" || item.kind === "link") return null;
  return (
    <Menu.Item
      leftSection={<Copy size={14} />}
      rightSection={<kbd className={classes["shortcut"]}>{keyNames("Ctrl+C")}</kbd>}
      onClick={() => copy(item)}
    >
      {t(`copy.${item.kind}`)}
    </Menu.Item>
  );
}
