import { useTranslation } from "react-i18next";
import type { ChangeCounts as Counts } from "../../api/versions.ts";
import { changeKinds } from "../../compare.ts";
import classes from "./versions.module.css";
import { Mark } from "./mark.tsx";

/** How many elements differ, a sign and a number each; nothing when none does. */
export function ChangeCounts({ counts }: { counts: Counts }) {
  const { t } = useTranslation("versions");
  const some = changeKinds.filter((kind) => counts[kind] > 0);
  return (
    some.length > 0 && (
      <ul className={classes["counts"]}>
        {some.map((kind) => (
          <li key={kind}>
            <Mark kind={kind} isSilent />
            {t(`count.${kind}`, { count: counts[kind] })}
          </li>
        ))}
      </ul>
    )
  );
}
