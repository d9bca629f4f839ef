import { Button, SegmentedControl, Select } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { LayoutGrid, Table2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "#ui/search-field.tsx";
import { atlasOrders, freshnesses } from "../../atlas.ts";
import { journeyKinds, type JourneySummary, journeyStates } from "../../model.ts";
import classes from "./atlas.module.css";
import { atlasLayouts, type AtlasSearch, isNarrowed } from "./search.ts";

interface Named {
  id: string;
  name: string;
}
interface ToolsProps {
  journeys: readonly JourneySummary[];
  members: readonly Named[];
  personas: readonly Named[];
  search: AtlasSearch;
  show: (change: AtlasSearch) => void;
}

/** Searches and narrows the atlas. A filter is offered only where it would tell journeys apart. */
export function AtlasTools({ journeys, members, personas, search, show }: ToolsProps) {
  const { t } = useTranslation("atlas");
  const { t: map } = useTranslation("journey");
  const owners = new Set(journeys.map(({ ownerId }) => ownerId ?? ""));
  const tags = [...new Set(journeys.flatMap((journey) => journey.tags))].toSorted((a, b) => a.localeCompare(b));
  const told = new Set(journeys.flatMap(({ personaIds }) => personaIds));
  const shared = { size: "xs", clearable: true, className: classes["filter"] ?? "" } as const;
  return (
    <div className={classes["tools"]} role="search">
      <Words words={search.words ?? ""} onChange={(words) => show({ words: words === "" ? undefined : words })} />
      <Select
        {...shared}
        aria-label={t("filter.kind")}
        placeholder={t("filter.kind")}
        value={search.kind ?? null}
        data={journeyKinds.map((kind) => ({ value: kind, label: map(`kind.${kind}`) }))}
        onChange={(kind) => show({ kind: kind ?? undefined })}
      />
      <Select
        {...shared}
        aria-label={t("filter.state")}
        placeholder={t("filter.state")}
        value={search.state ?? null}
        data={journeyStates.map((state) => ({ value: state, label: map(`state.${state}`) }))}
        onChange={(state) => show({ state: state ?? undefined })}
      />
      <Select
        {...shared}
        aria-label={t("filter.freshness")}
        placeholder={t("filter.freshness")}
        value={search.freshness ?? null}
        data={freshnesses.map((one) => ({ value: one, label: t(`freshness.${one}`) }))}
        onChange={(freshness) => show({ freshness: freshness ?? undefined })}
      />
      {(owners.size > 1 || search.ownerId !== undefined) && (
        <Select
          {...shared}
          aria-label={t("filter.owner")}
          placeholder={t("filter.owner")}
          value={search.ownerId ?? null}
          data={[
            { value: "", label: t("noOwner") },
            ...members.filter(({ id }) => owners.has(id)).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(ownerId) => show({ ownerId: ownerId ?? undefined })}
        />
      )}
      {tags.length > 0 && (
        <Select
          {...shared}
          searchable
          aria-label={t("filter.tag")}
          placeholder={t("filter.tag")}
          value={search.tag ?? null}
          data={tags}
          onChange={(tag) => show({ tag: tag ?? undefined })}
        />
      )}
      {told.size > 0 && (
        <Select
          {...shared}
          aria-label={t("filter.persona")}
          placeholder={t("filter.persona")}
          value={search.personaId ?? null}
          data={personas.filter(({ id }) => told.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(personaId) => show({ personaId: personaId ?? undefined })}
        />
      )}
      {isNarrowed(search) && (
        <Button size="compact-xs" variant="subtle" onClick={() => show(nothing)}>
          {t("clear")}
        </Button>
      )}
    </div>
  );
}

/** How what is found is sorted and laid out. */
export function AtlasArrange({ search, show }: Pick<ToolsProps, "search" | "show">) {
  const { t } = useTranslation("atlas");
  return (
    <div className={classes["arrange"]}>
      <Select
        size="xs"
        aria-label={t("order")}
        value={search.order ?? "changed"}
        allowDeselect={false}
        data={atlasOrders.map((order) => ({ value: order, label: t(`order.${order}`) }))}
        onChange={(order) => show({ order: order === null || order === "changed" ? undefined : order })}
      />
      <SegmentedControl
        aria-label={t("layout")}
        value={search.layout ?? "cards"}
        data={atlasLayouts.map((layout) => ({
          value: layout,
          label: (
            <span className={classes["layout"]}>
              {layout === "cards" ? <LayoutGrid size={14} aria-hidden /> : <Table2 size={14} aria-hidden />}
              <span>{t(`layout.${layout}`)}</span>
            </span>
          ),
        }))}
        onChange={(layout) => show({ layout: layout === "cards" ? undefined : layout })}
      />
    </div>
  );
}

const nothing: AtlasSearch = {
  words: undefined,
  kind: undefined,
  state: undefined,
  ownerId: undefined,
  tag: undefined,
  personaId: undefined,
  freshness: undefined,
};

/** What is typed goes into the address a moment after the last key. */
function Words({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const { t } = useTranslation("atlas");
  const [typed, setTyped] = useState(words);
  const [seen, setSeen] = useState(words);
  const [told, setTold] = useState(words);
  const tell = useDebouncedCallback(() => {
    const settled = typed.trim();
    if (settled === told) return;
    setTold(settled);
    onChange(settled);
  }, 250);
  if (words !== seen) {
    setSeen(words);
    // Not what was told: the address changed by itself, «show all» or the way back.
    if (words !== told) {
      setTold(words);
      setTyped(words);
    }
  }
  const type = (text: string) => {
    setTyped(text);
    tell();
  };
  return <SearchField className={classes["words"] ?? ""} size="xs" label={t("search")} value={typed} onChange={type} />;
}
