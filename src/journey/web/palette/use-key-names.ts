import { useTranslation } from "react-i18next";

const named = ["Home", "End", "Enter", "Escape", "Insert", "Delete", "Shift", "Space"] as const;
const isApple = /Mac|iPhone|iPad/;

/** Writes keys (`Ctrl+Shift+Z`) as they are called on the reader's keyboard. */
export function useKeyNames(): (keys: string) => string {
  const { t } = useTranslation("palette");
  return (keys) => {
    const words = named
      .reduce((text, key) => text.replaceAll(key, t(`key.${key}`)), keys)
      .replaceAll(/(?<=\w)\+/g, " ");
    return isApple.test(navigator.userAgent) ? words.replaceAll("Ctrl", "⌘").replaceAll("Alt", "⌥") : words;
  };
}
