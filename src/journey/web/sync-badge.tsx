import { Check, CloudAlert, CloudOff, LoaderCircle, ShieldOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SyncState } from "./connection.ts";
import classes from "./screen.module.css";
import { type Store, useStore } from "./store.ts";

/** How long all has been saved before that is said, in milliseconds. */
const rest = 600;

/** Whether what is on screen is safe on the server. */
export function SyncBadge({ sync, isEditor }: { sync: Store<SyncState>; isEditor: boolean }) {
  const { t } = useTranslation("journey");
  const now = useStore(sync);
  const [isQuiet, setIsQuiet] = useState(true);
  if (now === "saving" && isQuiet) setIsQuiet(false);
  useEffect(() => {
    if (now === "saving" || isQuiet) return undefined;
    const timer = setTimeout(() => setIsQuiet(true), rest);
    return () => clearTimeout(timer);
  }, [now, isQuiet]);
  // Between two keys all is often saved: who types is not told so each time.
  const state = now === "saved" && !isQuiet ? "saving" : now;
  // A reader has nothing to save: only trouble is worth a word.
  if (!isEditor && (state === "saved" || state === "saving")) return null;
  const icon = {
    opening: <LoaderCircle aria-hidden />,
    saving: <LoaderCircle aria-hidden />,
    saved: <Check aria-hidden />,
    failing: <CloudAlert aria-hidden />,
    offline: <CloudOff aria-hidden />,
    refused: <ShieldOff aria-hidden />,
  }[state];
  const said = t(state === "offline" && !isEditor ? "sync.offlineReading" : `sync.${state}`);
  return (
    <span
      className={classes["sync"]}
      data-state={state}
      role="status"
      title={state === "refused" ? t("refusedText") : said}
    >
      {icon} <span>{said}</span>
    </span>
  );
}
