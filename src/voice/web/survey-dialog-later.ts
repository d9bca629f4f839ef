import { laterDialog } from "#ui/later.tsx";

/** The dialog of a survey, whose code comes when it is first opened. */
export const SurveyDialog = laterDialog("survey", async () => (await import("./survey-dialog.tsx")).SurveyDialog);
