import { CopyButton, Tooltip, UnstyledButton } from "@mantine/core";
import { Check, Copy as CopyIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./copy.module.css";

/** A code to be used elsewhere, as is: one click copies it. */
export function Copy({ value }: { value: string }) {
  const { t } = useTranslation("ui");
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t("copied") : t("copy")}>
          <UnstyledButton className={classes["copy"]} onClick={copy} aria-label={`${t("copy")} ${value}`}>
            <code>{value}</code>
            {copied ? <Check size={12} aria-hidden /> : <CopyIcon size={12} aria-hidden />}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}
