import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@mantine/core";
import { FileUp } from "lucide-react";
import classes from "./drop-zone.module.css";

/** Takes files dropped on it or chosen from the system's dialog; the button does for the keyboard what dropping does for the mouse. */
export function DropZone({
  onFiles,
  children,
  compact = false,
  disabled = false,
}: {
  onFiles: (files: File[]) => void;
  children?: ReactNode;
  compact?: boolean;
  disabled?: boolean;
}) {
  const { t } = useTranslation("activity");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div
      className={classes["zone"]}
      data-over={isOver}
      data-compact={compact}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.txt,.gz,.yaml,.yml,.json,text/csv,text/tab-separated-values"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      {!compact && <FileUp size={28} strokeWidth={1.4} aria-hidden />}
      {children}
      <Button
        variant={compact ? "default" : "filled"}
        size={compact ? "xs" : "sm"}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {compact ? t("addFiles") : t("chooseFiles")}
      </Button>
    </div>
  );
}
