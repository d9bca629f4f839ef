import { type ReactNode, useEffect, useRef } from "react";
import { useMap } from "../map-context.ts";

/** Where a command stands in the palette. */
export const commandGroups = ["deed", "go", "view", "panel", "journey", "screen"] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  id: string;
  group: CommandGroup;
  label: string;
  /** What is found under it beside its label. */
  keywords?: string;
  /** As `Ctrl+Shift+Z`. */
  shortcut?: string;
  icon?: ReactNode;
  /** Found only by what is typed: there are too many to list. */
  isQuiet?: boolean;
  run: () => void;
}

/** What the parts of the screen offer to the palette, each as long as it is there. */
export type CommandShelf = Set<() => readonly Command[]>;

/** Offers commands to the palette while this component is on screen; they are made when it opens. */
export function useCommands(commands: () => readonly Command[]): void {
  const { commands: shelf } = useMap();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const offer = () => latest.current();
    shelf.add(offer);
    return () => void shelf.delete(offer);
  }, [shelf]);
}
