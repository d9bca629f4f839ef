import { Button } from "@mantine/core";
import { CornerDownLeft } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./new-row.module.css";

/** The first row of a table: a name and Enter make a new one, and the next can be typed at once. */
export function NewRow({
  columns,
  label,
  hint,
  onAdd,
}: {
  columns: number;
  label: string;
  hint: string;
  onAdd: (name: string) => Promise<unknown>;
}) {
  const { t } = useTranslation("touchpoint");
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    onAdd(name.trim()).then(
      () => setName(""),
      () => undefined,
    );
  };
  return (
    <tr>
      <td colSpan={columns}>
        <form className={classes["form"]} onSubmit={submit}>
          <input
            className={classes["input"]}
            aria-label={label}
            placeholder={hint}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {name !== "" && (
            <Button type="submit" size="xs" variant="light" leftSection={<CornerDownLeft size={13} aria-hidden />}>
              {t("add")}
            </Button>
          )}
        </form>
      </td>
    </tr>
  );
}
