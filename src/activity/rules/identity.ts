/** Puts together what belongs together: members that share a group, directly or through others, in order of appearance. */
export function components(groups: Iterable<readonly string[]>): string[][] {
  const parent = new Map<string, string>();
  const root = (member: string): string => {
    let top = member;
    for (let up = parent.get(top); up !== undefined && up !== top; up = parent.get(top)) top = up;
    for (let at = member; at !== top;) {
      const up = parent.get(at) ?? top;
      parent.set(at, top);
      at = up;
    }
    return top;
  };
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    for (const member of group) {
      if (!parent.has(member)) parent.set(member, member);
      parent.set(root(member), root(first));
    }
  }
  const found = new Map<string, string[]>();
  for (const member of parent.keys()) {
    const top = root(member);
    const known = found.get(top);
    if (known === undefined) found.set(top, [member]);
    else known.push(member);
  }
  return [...found.values()];
}

/** A person somebody knows already. */
export interface KnownPerson {
  id: string;
  /** Milliseconds since 1970. */
  since: number;
}

export interface Resolution {
  /** Identifiers nobody had, and whose they are. */
  added: { ref: string; person: string }[];
  /** People to make. */
  created: string[];
  /** People found to be another. */
  merged: { from: string; into: string }[];
}

/**
 * Decides who is who: identifiers met together are one person; of several known people the oldest stays, and a new one
 * is called by their first identifier.
 */
export function resolve(groups: Iterable<readonly string[]>, personOf: ReadonlyMap<string, KnownPerson>): Resolution {
  const owners = new Map<string, KnownPerson>();
  // People known by other identifiers link components too: each stands as a member of its own.
  const linked: (readonly string[])[] = [];
  for (const group of groups) {
    const people = group.flatMap((ref) => personOf.get(ref) ?? []);
    for (const person of people) owners.set(`person ${person.id}`, person);
    linked.push([...group, ...people.map(({ id }) => `person ${id}`)]);
  }
  const resolution: Resolution = { added: [], created: [], merged: [] };
  for (const members of components(linked)) {
    const known = members
      .flatMap((member) => owners.get(member) ?? [])
      .toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
    const refs = members.filter((member) => !owners.has(member));
    const [oldest, ...others] = known;
    const person = oldest?.id ?? refs[0];
    if (person === undefined) continue;
    if (oldest === undefined) resolution.created.push(person);
    for (const ref of refs) if (!personOf.has(ref)) resolution.added.push({ ref, person });
    for (const { id } of others) resolution.merged.push({ from: id, into: person });
  }
  return resolution;
}
