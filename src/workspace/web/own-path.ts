/** Where to go after signing in: a path of this site, never the address of another that a link slipped in. */
export function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : "/";
}
