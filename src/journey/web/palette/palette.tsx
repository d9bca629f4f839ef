import "@mantine/spotlight/styles.css";
import { ActionIcon, Tooltip } from "@mantine/core";
import { Spotlight, createSpotlight } from "@mantine/spotlight";
import { useQueryClient } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChooseLocale, useWorkspace } from "#workspace/web/index.ts";
import classes from "../item.module.css";
import { useMap } from "../map-context.ts";
import { journeysQuery } from "../queries.ts";
import { type Command, useCommands } from "./commands.ts";
import { findCommands } from "./find.ts";
import { ShortcutList } from "./shortcut-list.tsx";
import { useKeyNames } from "./use-key-names.ts";
import { useMapCommands } from "./use-map-commands.ts";

/** Finds everything on the map and everything that can be done with it; by `/`, Ctrl+K or its button. */
export function Palette() {
  const { t, i18n } = useTranslation("palette");
  const { commands: shelf } = useMap();
  const { id: workspaceId } = useWorkspace();
  const queries = useQueryClient();
  const keyNames = useKeyNames();
  const chooseLocale = useChooseLocale();
  const [[store, spotlight]] = useState(createSpotlight);
  const [typed, setTyped] = useState("");
  const [offered, setOffered] = useState<readonly Command[]>([]);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useCommands(useMapCommands());
  useCommands(() => [
    { id: "help", group: "screen", label: t("help"), shortcut: "?", run: () => setIsHelpOpen(true) },
    {
      id: "language",
      group: "screen",
      label: t("language"),
      run: () => chooseLocale(i18n.language === "fr" ? "en" : "fr"),
    },
  ]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isBusy =
        event.target instanceof Element &&
        event.target.closest("input, textarea, [contenteditable], [role=dialog], [role=menu]") !== null;
      const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
      if (event.defaultPrevented || (isBusy && !isCommand)) return;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isCommand || (isPlain && event.key === "/")) spotlight.open();
      else if (isPlain && event.key === "?") setIsHelpOpen(true);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [spotlight]);
  const chosen = useRef<(() => void) | null>(null);
  const before = useRef<Element | null>(null);
  const open = () => {
    void queries.prefetchQuery(journeysQuery(workspaceId));
    setOffered([...shelf].flatMap((offer) => offer()));
  };
  /** The field has the focus as soon as it is there: what is typed at once is typed into it. */
  const enter = useCallback((field: HTMLInputElement | null) => {
    if (field === null) return;
    before.current = document.activeElement;
    field.focus();
  }, []);
  /** The focus goes back to where it was, then the command runs, which may take it on. */
  const leave = () => {
    const run = chosen.current;
    chosen.current = null;
    if (before.current instanceof HTMLElement) before.current.focus();
    run?.();
  };
  return (
    <>
      <Tooltip label={`${t("open")} (${keyNames("Ctrl+K")})`}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("open")} onClick={spotlight.open}>
          <Search size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Spotlight.Root
        store={store}
        query={typed}
        onQueryChange={setTyped}
        shortcut={null}
        onSpotlightOpen={open}
        returnFocus={false}
        onExitTransitionEnd={leave}
        transitionProps={{ duration: 0 }}
        scrollable
        maxHeight={420}
        overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
        attributes={{ content: { "aria-label": t("open") } }}
      >
        <Spotlight.Search
          ref={enter}
          placeholder={t("search")}
          aria-label={t("search")}
          leftSection={<Search size={17} aria-hidden />}
        />
        <Spotlight.ActionsList>
          <PaletteActions commands={offered} typed={typed} choose={(run) => (chosen.current = run)} />
        </Spotlight.ActionsList>
      </Spotlight.Root>
      {isHelpOpen && <ShortcutList onClose={() => setIsHelpOpen(false)} />}
    </>
  );
}

interface PaletteActionsProps {
  commands: readonly Command[];
  typed: string;
  choose: (run: () => void) => void;
}

function PaletteActions({ commands, typed, choose }: PaletteActionsProps) {
  const { t } = useTranslation("palette");
  const keyNames = useKeyNames();
  const found = findCommands(commands, typed);
  if (found.length === 0) return <Spotlight.Empty>{t("nothing")}</Spotlight.Empty>;
  return found.map(({ group, commands: list }) => (
    <Spotlight.ActionsGroup key={group} label={t(`group.${group}`)}>
      {list.map(({ id, label, keywords, icon, shortcut, run }) => (
        <Spotlight.Action
          key={id}
          label={label.length > 90 ? `${label.slice(0, 89)}…` : label}
          leftSection={icon}
          rightSection={
            shortcut === undefined ? (
              group === "go" ? (
                keywords
              ) : undefined
            ) : (
              <kbd className={classes["shortcut"]}>{keyNames(shortcut)}</kbd>
            )
          }
          onClick={() => choose(run)}
        />
      ))}
    </Spotlight.ActionsGroup>
  ));
}
