import { useLocalStorage } from "@mantine/hooks";
import { useScreen } from "../screen-context.ts";

/** Whether steps are the columns of the map or its rows. */
const orientations = ["columns", "rows"] as const;
export type Orientation = (typeof orientations)[number];

/** How the map lies: as the address says, else as it was last on this device. */
export function useOrientation(): { orientation: Orientation; turn: () => void } {
  const { search, show } = useScreen();
  const [stored, store] = useLocalStorage<Orientation>({ key: "parcours-orientation", defaultValue: "columns" });
  const orientation = orientations.find((known) => known === search.orientation) ?? stored;
  const turn = () => {
    const next = orientation === "rows" ? "columns" : "rows";
    store(next);
    show({ orientation: next });
  };
  return { orientation, turn };
}
