import { type Channel, type ChannelKind, channelKinds, type Team, type Touchpoint } from "#touchpoint/model.ts";
import { freeKey, keyFrom } from "#touchpoint/rules.ts";
import type { NamedPersona, Names } from "./journey-file.ts";
import { oneOf, type TableRow, expectText, expectYesNo } from "./table.ts";
import { initiatorWords, type listTable, type personaTable, type placementTable } from "./tables.ts";

type PersonaColumn = keyof typeof personaTable.columns;
type ToldColumn = keyof typeof placementTable.columns & keyof typeof listTable.columns;
type PlacementColumn = keyof typeof placementTable.columns;

/** Gathers what a file that has no list of names refers to by name; the same name is the same thing. */
export interface NameCollector {
  /** The id of a touchpoint, null for an empty name. */
  touchpoint: (name: string, row: TableRow<ToldColumn> | null) => string | null;
  /** The id of a persona by id or name, null for an empty one. */
  persona: (said: string) => string | null;
  addPersona: (row: TableRow<PersonaColumn>) => void;
  personasOnMap: () => { id: string }[];
  names: () => Names;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function collectNames(newId: () => string): NameCollector {
  const [touchpoints, channels, teams] = [shelf<Touchpoint>(newId), shelf<Channel>(newId), shelf<Team>(newId)];
  const personas = new Map<string, NamedPersona>();
  const personaIds = new Map<string, string>();
  const onMap = new Set<string>();

  /** Columns that only the workbook has are empty in a list. */
  const told = (row: TableRow<ToldColumn> | null, column: PlacementColumn) =>
    row === null ? "" : (row as TableRow<PlacementColumn>).text(column).trim();

  function touchpoint(said: string, row: TableRow<ToldColumn> | null): string | null {
    const name = said.trim();
    // A placement of a touchpoint that was deleted has no name left.
    if (name === "") return told(row, "touchpointId") || null;
    const kind = told(row, "channelKind");
    const channel = namedOn(
      channels,
      told(row, "channel"),
      told(row, "channelId"),
      told(row, "channelKey"),
      (head) => ({
        ...head,
        kind: channelKinds.find((each) => each === kind) ?? channelKindOf(head.name),
      }),
    );
    const team = namedOn(teams, told(row, "team"), told(row, "teamId"), told(row, "teamKey"), (head) => head);
    const wanted = { id: told(row, "touchpointId"), key: told(row, "touchpointKey"), name };
    return touchpoints.keep(wanted, (head) => ({
      ...head,
      channelId: channel?.id ?? null,
      teamId: team?.id ?? null,
      initiator: oneOf(initiatorWords, told(row, "initiator")) ?? "customer",
    })).id;
  }

  function namedOn<Item extends Head>(
    { keep }: Shelf<Item>,
    name: string,
    id: string,
    key: string,
    make: (head: Head) => Item,
  ): Item | null {
    return name === "" ? null : keep({ id, key, name: name.slice(0, 80) }, make);
  }

  function persona(said: string): string | null {
    const name = said.trim();
    if (name === "") return null;
    const known = personas.has(name) || onMap.has(name) ? name : personaIds.get(name);
    if (known !== undefined || uuid.test(name)) return known ?? name;
    return namePersona({ id: newId(), name: name.slice(0, 200), summary: "" });
  }

  function namePersona(persona: NamedPersona): string {
    if (!personas.has(persona.id)) personas.set(persona.id, persona);
    if (!personaIds.has(persona.name)) personaIds.set(persona.name, persona.id);
    return persona.id;
  }

  return {
    touchpoint,
    persona,
    addPersona: (row) => {
      const [name, id] = [row.text("persona").trim(), row.text("personaId") || newId()];
      if (expectYesNo(row.text("isOnMap"), row.where("isOnMap")) === true) onMap.add(id);
      if (name !== "") namePersona({ id, name, summary: expectText(row.text("summary"), row.where("summary"), 4000) });
    },
    personasOnMap: () => [...onMap].map((id) => ({ id })),
    names: () => ({
      touchpoints: touchpoints.items,
      channels: channels.items,
      teams: teams.items,
      personas: [...personas.values()],
    }),
  };
}

interface Head {
  id: string;
  key: string;
  name: string;
}

/** Things of one kind, found again by id if they have one, else by name. */
interface Shelf<Item extends Head> {
  items: Item[];
  keep: (wanted: Head, make: (head: Head) => Item) => Item;
}

function shelf<Item extends Head>(newId: () => string): Shelf<Item> {
  const items: Item[] = [];
  const [byId, byName, keys] = [new Map<string, Item>(), new Map<string, Item>(), new Set<string>()];
  return {
    items,
    keep: ({ id, key, name }, make) => {
      const hasId = uuid.test(id);
      const known = hasId ? byId.get(id) : byName.get(keyFrom(name));
      if (known !== undefined) return known;
      const made = make({
        id: hasId ? id : newId(),
        key: freeKey(keyFrom(key || name), (candidate) => keys.has(candidate)),
        name,
      });
      items.push(made);
      byId.set(made.id, made);
      keys.add(made.key);
      if (!byName.has(keyFrom(name))) byName.set(keyFrom(name), made);
      return made;
    },
  };
}

const kindWords: readonly [ChannelKind, RegExp][] = [
  ["shop", /magasin|boutique|shop|store|agence|comptoir/],
  ["app", /\bapp/],
  ["web", /web|site|internet|en-ligne|online/],
  ["phone", /t-l-phone|telephone|phone|appel|call/],
  ["email", /e-?mail|courriel|newsletter/],
  ["sms", /sms/],
  ["chat", /chat|bot/],
  ["social", /reseaux|social|facebook|instagram/],
  ["post", /courrier|post/],
  ["radio", /radio/],
  ["press", /presse|press/],
  ["poster", /affich|poster/],
  ["wordOfMouth", /bouche|word-of/],
  ["delivery", /livr|deliver/],
];

/** What kind of channel a name most likely means. */
function channelKindOf(name: string): ChannelKind {
  const said = keyFrom(name);
  return kindWords.find(([, pattern]) => pattern.test(said))?.[0] ?? "other";
}
