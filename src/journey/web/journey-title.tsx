import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MapEditor } from "./editor.ts";
import { TextField } from "./item-text.tsx";
import classes from "./screen.module.css";

/** The journey's name, renamed in place. */
export function JourneyTitle({ name, editor }: { name: string; editor: MapEditor | null }) {
  const { t } = useTranslation("journey");
  const [isEditing, setIsEditing] = useState(false);
  const shown = name === "" ? t("unnamedJourney") : name;
  if (editor === null) return <h1 className={classes["title"]}>{shown}</h1>;
  return (
    <h1 className={classes["title"]}>
      {isEditing ? (
        <TextField
          text={name}
          placeholder={t("unnamedJourney")}
          label={t("journeyName")}
          onDone={(text) => {
            setIsEditing(false);
            if (text.trim() !== "" && text.trim() !== name) editor.renameJourney(text.trim());
          }}
        />
      ) : (
        <button type="button" data-item title={t("rename")} onClick={() => setIsEditing(true)}>
          {shown}
        </button>
      )}
    </h1>
  );
}
