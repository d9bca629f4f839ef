import { Autocomplete, SegmentedControl, Select, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { type CardKind, type CaseDetails, caseLimits } from "../../cases/model.ts";
import { closingQuery, useCloseCase } from "./queries.ts";

interface CloseCaseProps {
  of: CaseDetails;
  onClose: () => void;
}

/** Closes a case: why it came to it, what was done, and where the cause belongs on a map. */
export function CloseCase({ of: seen, onClose }: CloseCaseProps) {
  const { t } = useTranslation("cases");
  const closing = useQuery(closingQuery(seen.id));
  const [cause, setCause] = useState(seen.cause?.name ?? "");
  const [action, setAction] = useState(seen.action);
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState<CardKind>("irritant");
  const close = useCloseCase(seen.id, onClose);

  const { causes = [], places = [], cards = [] } = closing.data ?? {};
  const known = causes.find(({ name }) => name.toLowerCase() === cause.trim().toLowerCase());
  const card = cards.find(({ causeId, ...at }) => causeId === known?.id && places.some((place) => isAt(place, at)));
  // A cause that stands on a map already stays where it is, unless somebody says otherwise.
  const at = chosen ?? (card === undefined ? "" : keyOf(card));
  const place = places.find((each) => keyOf(each) === at);
  const kinds = place?.kinds ?? [];
  const wanted = chosen === null && card !== undefined ? card.kind : kind;
  const as = kinds.includes(wanted) ? wanted : kinds[0];
  const grows = cards.find((each) => each.causeId === known?.id && keyOf(each) === at && each.kind === as);
  const onMap =
    place === undefined || as === undefined ? null : { journeyId: place.journeyId, stepId: place.stepId, kind: as };
  return (
    <FormDialog
      title={t("closeTitle")}
      action={t("close")}
      busy={close.isPending}
      error={close.error ?? closing.error}
      onSubmit={() => close.mutate({ version: seen.version, cause, action, onMap })}
      onClose={onClose}
    >
      <Autocomplete
        label={t("cause")}
        description={t("causeHelp")}
        required
        maxLength={caseLimits.cause}
        value={cause}
        onChange={setCause}
        data={causes.map(({ name }) => name)}
        data-autofocus
      />
      <Textarea
        label={t("action")}
        description={t("actionHelp")}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={caseLimits.text}
        value={action}
        onChange={({ currentTarget }) => setAction(currentTarget.value)}
      />
      {places.length > 0 && (
        <Select
          label={t("onMap")}
          description={t("onMapHelp")}
          allowDeselect={false}
          value={at}
          onChange={setChosen}
          data={[
            { value: "", label: t("onNoMap") },
            ...places.map((each) => ({
              value: keyOf(each),
              label: t("place", { journey: each.journey, step: each.step }),
              disabled: each.kinds.length === 0,
            })),
          ]}
        />
      )}
      {kinds.length > 1 && (
        <SegmentedControl
          aria-label={t("onMap")}
          value={as ?? kind}
          onChange={setKind}
          data={kinds.map((value) => ({ value, label: t(`as.${value}`) }))}
        />
      )}
      {as !== undefined && (
        <p className="soft" role="status">
          {grows === undefined ? t(`becomes.${as}`) : t("grows", { count: grows.cases + 1 })}
        </p>
      )}
    </FormDialog>
  );
}

interface OnMap {
  journeyId: string;
  stepId: string;
}

function keyOf({ journeyId, stepId }: OnMap): string {
  return `${journeyId} ${stepId}`;
}

function isAt(a: OnMap, b: OnMap): boolean {
  return keyOf(a) === keyOf(b);
}
