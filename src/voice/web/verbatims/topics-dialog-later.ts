import { laterDialog } from "#ui/later.tsx";

/** Its code comes when the topics are first edited. */
export const TopicsDialog = laterDialog(
  "topics dialog",
  async () => (await import("./topics-dialog.tsx")).TopicsDialog,
);
