import { Button, Textarea } from "@mantine/core";
import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./importing.module.css";

/** One file, dropped or chosen, or the text of one; the button does for the keyboard what dropping does for the mouse. */
export function PickFile({
  text,
  onText,
  onFile,
}: {
  text: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation("importing");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (file: File | undefined) => file !== undefined && onFile(file);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <>
      <div
        className={classes["zone"]}
        data-over={isOver}
        onDrop={onDrop}
        onDragOver={onDragOver}
        onDragLeave={() => setIsOver(false)}
      >
        <FileUp size={24} strokeWidth={1.4} aria-hidden />
        <strong>{t("drop")}</strong>
        <p>{t("lead")}</p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,.xlsx,.csv,.tsv,.txt,.mmd,.md,application/json,text/csv"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
        <Button onClick={() => input.current?.click()}>{t("choose")}</Button>
      </div>
      <form
        className={classes["paste"]}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") onFile(new File([text], t("pasted"), { type: "text/plain" }));
        }}
      >
        <Textarea
          label={t("orPaste")}
          description={t("pasteLabel")}
          value={text}
          rows={5}
          classNames={{ input: classes["text"] ?? "" }}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={text.trim() === ""}>
          {t("read")}
        </Button>
      </form>
    </>
  );
}
