import { Button, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DropZone } from "#ui/drop-zone.tsx";
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
  return (
    <>
      <DropZone
        accept=".json,.xlsx,.csv,.tsv,.txt,.mmd,.md,application/json,text/csv"
        action={t("choose")}
        size="box"
        onFiles={([file]) => file !== undefined && onFile(file)}
      >
        <strong>{t("drop")}</strong>
        <p className={classes["lead"]}>{t("lead")}</p>
      </DropZone>
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
