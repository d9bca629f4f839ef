import { notifications } from "@mantine/notifications";

/** Says that something is done, politely: it interrupts neither the reader nor a screen reader. */
export function toast(message: string): void {
  notifications.show({ message, role: "status", withBorder: true });
}

/** Says that something just tried did not happen, and what to do; once, however often it is tried. */
export function toastError({ sentence, remedy }: { sentence: string; remedy: string }): void {
  notifications.show({
    id: `${sentence} ${remedy}`,
    title: sentence,
    message: remedy,
    color: "red",
    role: "alert",
    withBorder: true,
    autoClose: 12_000,
  });
}
