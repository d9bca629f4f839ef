import type { Import } from "#activity/model.ts";

const number = new Intl.NumberFormat("en");

/** What an import did, or would do, for a person at a terminal. */
export function importSummary({ status, isDryRun, counts, error }: Import): string {
  if (error !== null) {
    const issues = error.issues.map(({ path, message }) => `  ${path}: ${message}`);
    return lines([
      `The import failed: ${error.title}`,
      ...issues,
      ...(error.remedy === null ? [] : [`  → ${error.remedy}`]),
    ]);
  }
  if (counts === null) return lines([`The import is ${status}; nothing was kept.`]);
  const made = (all: number, fresh: number) => `${number.format(all)} (${number.format(fresh)} new)`;
  return lines([
    isDryRun ? "Dry run: nothing was kept. An import would make:" : `Import ${status}:`,
    `  rows        ${number.format(counts.rows)}`,
    `  contacts    ${made(counts.contacts, counts.newContacts)}`,
    `  answers     ${made(counts.answers, counts.newAnswers)}`,
    `  people      ${made(counts.people, counts.newPeople)}`,
    `  cases       ${number.format(counts.cases)}`,
    `  repeated    ${number.format(counts.repeated)}`,
    `  skipped     ${number.format(counts.skipped)}`,
    `  quarantined ${number.format(counts.quarantined)}${counts.quarantined > 0 ? "  → see them with their reasons under Imports in the site" : ""}`,
  ]);
}

function lines(all: string[]): string {
  return `${all.join("\n")}\n`;
}
