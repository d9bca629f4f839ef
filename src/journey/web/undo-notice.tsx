import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";

/** Says what was just done beside a button that takes it back. Answers how to take the notice away. */
export function showUndoNotice(message: string, undo: { label: string; run: () => void }): () => void {
  const hide = () => void notifications.hide(id);
  const id = notifications.show({
    role: "status",
    withBorder: true,
    message: (
      <span style={{ display: "flex", alignItems: "center", justifyContent: "space-between", gap: 8 }}>
        {message}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            undo.run();
            hide();
          }}
        >
          {undo.label}
        </Button>
      </span>
    ),
  });
  return hide;
}
