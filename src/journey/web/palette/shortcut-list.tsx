import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import classes from "./shortcut-list.module.css";
import { type ShortcutGroup, shortcuts } from "./shortcuts.ts";
import { useKeyNames } from "./use-key-names.ts";

/** Every key of the map; `?` opens it. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("palette");
  const keyNames = useKeyNames();
  return (
    <Dialog opened onClose={onClose} title={t("help")} size="xl">
      <div className={classes["groups"]}>
        {(Object.keys(shortcuts) as ShortcutGroup[]).map((group) => (
          <section key={group} className={classes["group"]}>
            <h3>{t(`keys.${group}`)}</h3>
            <dl>
              {Object.entries(shortcuts[group]).map(([does, keys]) => (
                <Row key={does} said={t(`does.${does as "travel"}`)} keys={keyNames(keys)} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ said, keys }: { said: string; keys: string }) {
  return (
    <>
      <dt>{said}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </>
  );
}
