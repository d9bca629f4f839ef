import { useTranslation } from "react-i18next";
import type { Issue } from "#platform/errors.ts";
import { ApiError } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import type { ImportError } from "../model.ts";

const known = [
  "file_unknown",
  "file_empty",
  "file_not_text",
  "file_missing",
  "file_unfolds",
  "line_endless",
  "not_joined",
  "property_unknown",
  "property_reserved",
  "bands_order",
  "person_unreachable",
  "touchpoint_twice",
  "key_unknown",
  "column_unknown",
] as const;

/** What is wrong with a mapping, each place with what stands there; what only the server can say is said in its words. */
export function MappingError({ error, mapping }: { error: unknown; mapping: unknown }) {
  const { t } = useTranslation("activity");
  const say = (issue: Issue) => {
    const code = known.find((each) => each === issue.code);
    return code === undefined ? null : t(`issue.${code}`, { value: valueAt(mapping, issue.path) });
  };
  return <ErrorNote error={error} say={say} />;
}

/** The error an import ended with, as if it had just been answered. */
export function thrown({ code, title, remedy, issues }: ImportError): ApiError {
  return new ApiError({ code: code as ApiError["code"], status: 0, title, remedy: remedy ?? undefined, issues });
}

/** The text at a path such as `records.0.when`; the last name of the path when no text is there. */
function valueAt(mapping: unknown, path: string): string {
  const names = path.split(".");
  const value = names.reduce<unknown>(
    (at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined),
    mapping,
  );
  return typeof value === "string" ? value : (names.at(-1) ?? "");
}
