import type { Permission, Role } from "./model.ts";

const viewer: readonly Permission[] = [
  "workspace:read",
  "member:read",
  "journey:read",
  "library:read",
  "persona:read",
  "measure:read",
  "verbatim:read",
  "import:read",
  "survey:read",
  "alert:read",
];
const contributor: readonly Permission[] = [
  ...viewer,
  "journey:contribute",
  "answer:enter",
  "case:read",
  "case:work",
  "invitation:read",
  "interview:read",
];
const editor: readonly Permission[] = [
  ...contributor,
  "journey:edit",
  "library:edit",
  "persona:edit",
  "import:run",
  "survey:edit",
  "answer:judge",
  "comment:edit",
  "review:edit",
  "alert:edit",
  "invitation:send",
  "interview:edit",
  "person:read",
];
const owner: readonly Permission[] = [...editor, "workspace:manage", "member:manage", "person:erase"];

const permissionsOf: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(owner),
  editor: new Set(editor),
  contributor: new Set(contributor),
  viewer: new Set(viewer),
};

/** Whether a role may do a thing; each role has all that the one below it has. */
export function may(role: Role, permission: Permission): boolean {
  return permissionsOf[role].has(permission);
}
