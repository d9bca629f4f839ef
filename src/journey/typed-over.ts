import { difference } from "./difference.ts";

/**
 * What `typed`, written over `shown`, makes of `current`, which others have made of `shown` meanwhile: what either took
 * away is gone, and what either wrote stays.
 */
export function typedOver(shown: string, typed: string, current: string): string {
  if (shown === current) return typed;
  const [own, theirs] = [difference(shown, typed), difference(shown, current)];
  const [ownEnd, theirEnd] = [own.start + own.removed, theirs.start + theirs.removed];
  if (ownEnd <= theirs.start) return current.slice(0, own.start) + own.inserted + current.slice(ownEnd);
  const moved = current.length - shown.length;
  if (own.start >= theirEnd) return current.slice(0, own.start + moved) + own.inserted + current.slice(ownEnd + moved);
  const written = own.start <= theirs.start ? own.inserted + theirs.inserted : theirs.inserted + own.inserted;
  return shown.slice(0, Math.min(own.start, theirs.start)) + written + shown.slice(Math.max(ownEnd, theirEnd));
}
