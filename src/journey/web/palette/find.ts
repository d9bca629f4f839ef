import { matches } from "#touchpoint/web/index.ts";
import { type Command, type CommandGroup, commandGroups } from "./commands.ts";

/** Most of a group that are listed at once. */
const mostOfGroup = 8;

export interface Found {
  group: CommandGroup;
  commands: readonly Command[];
}

/** The commands that say all that is typed, those that begin with it first, group by group. */
export function findCommands(commands: readonly Command[], typed: string): Found[] {
  const wanted = typed.trim();
  const isMet = ({ label, keywords = "", isQuiet = false }: Command) =>
    wanted === "" ? !isQuiet : matches(`${label} ${keywords}`, wanted);
  const begins = ({ label }: Command) => (label.toLocaleLowerCase().startsWith(wanted.toLocaleLowerCase()) ? 0 : 1);
  const groups = Map.groupBy(commands.filter(isMet), ({ group }) => group);
  return commandGroups.flatMap((group) => {
    const found = groups.get(group) ?? [];
    const best = wanted === "" ? found : found.toSorted((a, b) => begins(a) - begins(b)).slice(0, mostOfGroup);
    return best.length === 0 ? [] : [{ group, commands: best }];
  });
}
