import { Button, Group, SegmentedControl, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addLink, setDetails } from "../../edit.ts";
import { type Link, type LinkKind, linkKinds } from "../../model.ts";
import { newItemId, refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { type MapView, noPlacements } from "../map-view.ts";
import { useStore } from "../store.ts";
import classes from "./links.module.css";
import { useLinkWords } from "./use-link-words.ts";
import { Dialog } from "#ui/dialog.tsx";

/** Where a link begins, and which one it is when it is there already. */
export interface Linking {
  linkId: string | null;
  stepId: string;
  placementId: string | null;
}

/** Links a step or a touchpoint with another, or says of a link what it is. */
export function LinkDialog() {
  const { t } = useTranslation("links");
  const { linking, view } = useMap();
  const draft = useStore(linking);
  const current = useStore(view, (shown) => (draft === null ? null : shown));
  const link = current?.links.find(({ id }) => id === draft?.linkId);
  const isThere =
    draft !== null &&
    (draft.linkId === null ? current?.steps.some(({ id }) => id === draft.stepId) : link !== undefined);
  return (
    <Dialog
      opened={isThere === true}
      onClose={() => linking.set(null)}
      title={t(link === undefined ? "create" : "change")}
    >
      {isThere === true && current !== null && (
        <LinkForm key={`${draft.linkId} ${draft.stepId}`} view={current} from={draft} link={link} />
      )}
    </Dialog>
  );
}

interface LinkFormProps {
  view: MapView;
  from: Linking;
  link: Link | undefined;
}

function LinkForm({ view, from, link }: LinkFormProps) {
  const { t } = useTranslation("links");
  const { t: journey } = useTranslation("journey");
  const { editor, linking, openPanel, remove } = useMap();
  const { nameOf, said } = useLinkWords();
  const [kind, setKind] = useState<LinkKind>(link?.kind ?? (from.placementId === null ? "return" : "break"));
  const [to, setTo] = useState<string | null>(null);
  const [name, setName] = useState(link?.name ?? "");
  const ends = endsOf(view, from, kind);
  const end = ends.find(({ value }) => value === to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (link === undefined && end === undefined) return;
    const isDone = editor?.change((doc) => {
      if (link !== undefined) setDetails(doc, "links", link.id, { kind, name: name.trim() });
      else if (end !== undefined) addLink(doc, linkOf(newItemId(), kind, name.trim(), from, end));
    });
    if (isDone === true) linking.set(null);
  };
  return (
    <form className={classes["form"]} onSubmit={submit}>
      <p>{link === undefined ? t("from", { name: nameOf(from.stepId, from.placementId) }) : said(link)}</p>
      <SegmentedControl
        aria-label={t("kind")}
        data={linkKinds.map((value) => ({ value, label: journey(`link.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      {link === undefined && (
        <Select
          data-autofocus
          searchable
          required
          label={t("to")}
          placeholder={t("toHint")}
          nothingFoundMessage={t("toNothing")}
          data={ends.map(({ value, stepId, placementId }) => ({ value, label: nameOf(stepId, placementId) }))}
          value={end?.value ?? null}
          onChange={setTo}
        />
      )}
      <TextInput
        label={t("name")}
        description={t(`nameHint.${kind}`)}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group justify="space-between">
        <Button type="submit" disabled={link === undefined && end === undefined}>
          {t(link === undefined ? "link" : "save")}
        </Button>
        {link !== undefined && (
          <>
            <Button
              variant="default"
              ml="auto"
              onClick={() => {
                linking.set(null);
                openPanel("comments", refOf("link", link.id));
              }}
            >
              {t("comment")}
            </Button>
            <Button
              variant="subtle"
              color="red"
              onClick={() => {
                linking.set(null);
                remove({ kind: "link", id: link.id }, said(link));
              }}
            >
              {t("delete")}
            </Button>
          </>
        )}
      </Group>
    </form>
  );
}

interface End {
  value: string;
  stepId: string;
  placementId: string | null;
}

/** What can be linked with: the other steps, and for a break point every touchpoint beside. */
function endsOf(view: MapView, from: Linking, kind: LinkKind): End[] {
  return view.steps.flatMap(({ id: stepId }): End[] => {
    const step = { value: stepId, stepId, placementId: null };
    const placements = kind === "break" ? (view.placements.get(stepId) ?? noPlacements) : noPlacements;
    return [
      ...(stepId === from.stepId ? [] : [step]),
      ...placements
        .filter(({ id }) => id !== from.placementId)
        .map(({ id }) => ({ value: `${stepId} ${id}`, stepId, placementId: id })),
    ];
  });
}

function linkOf(id: string, kind: LinkKind, name: string, from: Linking, to: End): Link {
  const isBreak = kind === "break";
  return {
    id,
    kind,
    name,
    fromStepId: from.stepId,
    toStepId: to.stepId,
    fromPlacementId: isBreak ? from.placementId : null,
    toPlacementId: isBreak ? to.placementId : null,
  };
}
