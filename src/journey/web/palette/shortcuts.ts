/** The keys of the map, as the list of shortcuts shows them; `grid-deeds.ts` and the palette do what they say. */
export const shortcuts = {
  move: { travel: "←↑↓→", ends: "Home / End", corners: "Ctrl+Home / Ctrl+End", palette: "/ · Ctrl+K" },
  write: {
    edit: "Enter · F2",
    next: "Tab · Shift+Tab",
    done: "Enter",
    break: "Shift+Enter",
    giveUp: "Escape",
    add: "N · Insert",
  },
  change: {
    shift: "Alt+←↑↓→",
    duplicate: "Ctrl+D",
    remove: "Delete",
    undo: "Ctrl+Z",
    redo: "Ctrl+Shift+Z",
    menu: "Shift+F10",
  },
  select: {
    extend: "Shift+←↑↓→",
    toggle: "Ctrl+Space",
    all: "Ctrl+A",
    copy: "Ctrl+C · Ctrl+X · Ctrl+V",
    clear: "Escape",
  },
  screen: { larger: "Ctrl++ · Ctrl+-", actual: "Ctrl+0", fit: "Ctrl+9", help: "?" },
} as const;
export type ShortcutGroup = keyof typeof shortcuts;
