import { Button, CopyButton, Textarea, TextInput } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import type { FocusEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./to-copy.module.css";

interface ToCopyProps {
  label: string;
  text: string;
  /** Its label is only heard: what stands around it says what it is. */
  hidesLabel?: boolean;
  /** More than one line. */
  isLong?: boolean;
}

/** A text to be put somewhere else, in sight, with the button that copies it. */
export function ToCopy({ label, text, hidesLabel = false, isLong = false }: ToCopyProps) {
  const { t } = useTranslation("ui");
  const field = {
    ...(hidesLabel ? { "aria-label": label } : { label }),
    value: text,
    readOnly: true,
    onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => currentTarget.select(),
  };
  return (
    <div className={classes["copy"]} data-long={isLong || undefined}>
      {isLong ? <Textarea {...field} autosize spellCheck={false} /> : <TextInput {...field} />}
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            variant={copied ? "light" : "filled"}
            leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            aria-live="polite"
            onClick={copy}
          >
            {t(copied ? "copied" : "copy")}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
