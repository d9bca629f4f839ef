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
  const [touchpoints, channels, teams]: [Touchpoint[], Channel[], Team[]] = [[], [], []];
  const personas: NamedPersona[] = [];
  const onMap: { id: string }[] = [];

  /** Columns that only the workbook has are empty in a list. */
  const told = (row: TableRow<ToldColumn> | null, column: PlacementColumn) =>
    row === null ? "" : (row as TableRow<PlacementColumn>).text(column).trim();

  function keep<Item extends { id: string; key: string; name: string }>(
    list: Item[],
    wanted: { id: string; key: string; name: string },
    make: (head: { id: string; key: string; name: string }) => Item,
  ): Item {
    const known = list.find((each) =>
      uuid.test(wanted.id) ? each.id === wanted.id : keyFrom(each.name) === keyFrom(wanted.name),
    );
    if (known !== undefined) return known;
    const isTaken = (key: string) => list.some((each) => each.key === key);
    const made = make({
      id: uuid.test(wanted.id) ? wanted.id : newId(),
      key: freeKey(keyFrom(wanted.key || wanted.name), isTaken),
      name: wanted.name,
    });
    list.push(made);
    return made;
  }

  function touchpoint(said: string, row: TableRow<ToldColumn> | null): string | null {
    const name = said.trim();
    // A placement of a touchpoint that was deleted has no name left.
    if (name === "") return told(row, "touchpointId") || null;
    const kind = told(row, "channelKind");
    const channel = namedIn(
      channels,
      told(row, "channel"),
      told(row, "channelId"),
      told(row, "channelKey"),
      (head) => ({
        ...head,
        kind: channelKinds.find((each) => each === kind) ?? channelKindOf(head.name),
      }),
    );
    const team = namedIn(teams, told(row, "team"), told(row, "teamId"), told(row, "teamKey"), (head) => head);
    const wanted = { id: told(row, "touchpointId"), key: told(row, "touchpointKey"), name };
    return keep(touchpoints, wanted, (head) => ({
      ...head,
      channelId: channel?.id ?? null,
      teamId: team?.id ?? null,
      initiator: oneOf(initiatorWords, told(row, "initiator")) ?? "customer",
    })).id;
  }

  function namedIn<Item extends { id: string; key: string; name: string }>(
    list: Item[],
    name: string,
    id: string,
    key: string,
    make: (head: { id: string; key: string; name: string }) => Item,
  ): Item | null {
    return name === "" ? null : keep(list, { id, key, name: name.slice(0, 80) }, make);
  }

  function persona(said: string): string | null {
    const name = said.trim();
    if (name === "") return null;
    const known =
      personas.find((each) => each.id === name) ??
      personas.find((each) => each.name === name) ??
      onMap.find(({ id }) => id === name);
    if (known !== undefined) return known.id;
    if (uuid.test(name)) return name;
    const made = { id: newId(), name: name.slice(0, 200), summary: "" };
    personas.push(made);
    return made.id;
  }

  return {
    touchpoint,
    persona,
    addPersona: (row) => {
      const [name, id] = [row.text("persona").trim(), row.text("personaId") || newId()];
      if (expectYesNo(row.text("isOnMap"), row.where("isOnMap")) === true) onMap.push({ id });
      if (name !== "")
        personas.push({ id, name, summary: expectText(row.text("summary"), row.where("summary"), 4000) });
    },
    personasOnMap: () => onMap,
    names: () => ({ touchpoints, channels, teams, personas }),
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
