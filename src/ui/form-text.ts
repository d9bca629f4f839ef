/** The text of a form's field, trimmed of nothing; a file or a field that is not there is no text. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
