import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";

interface Undo {
  label: string;
  run: () => void;
  /** How long it is offered, in milliseconds, where no key takes the same back. */
  lasts?: number;
}

/** Says what was just done beside a button that takes it back. Answers how to take the notice away. */
export function showUndoNotice(message: string, undo: Undo): () => void {
  const hide = () => void notifications.hide(id);
  const id = notifications.show({
    role: "status",
    withBorder: true,
    ...(undo.lasts === undefined ? {} : { autoClose: undo.lasts }),
    message: (
      <span style={{ display: "flex", alignItems: "center", justifyContent: "space-between", gap: 8 }}>
        {message}
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ flexShrink: 0 }}
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
