import type { ReporterOptions } from "knip";

/** Says how many files knip looked at, which none of its own reporters does. */
const countFiles = ({ counters }: ReporterOptions): void => console.log(`Looked at ${counters.processed} files.`);

// knip loads a reporter by its default export.
export default countFiles;
