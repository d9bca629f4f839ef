import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DropZone } from "#ui/drop-zone.tsx";

interface TableFilesProps {
  /** Whether there are files already, and these come to them. */
  isMore?: boolean;
  isDisabled: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** Takes the tables of an import, and the mapping that may lie beside them. */
export function TableFiles({ isMore = false, ...props }: TableFilesProps) {
  const { t } = useTranslation("activity");
  return (
    <DropZone
      accept=".csv,.tsv,.txt,.gz,.yaml,.yml,.json,text/csv,text/tab-separated-values"
      action={t(isMore ? "addFiles" : "chooseFiles")}
      isMultiple
      size={isMore ? "row" : "page"}
      {...props}
    />
  );
}
