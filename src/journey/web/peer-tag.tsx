import classes from "./item.module.css";
import type { Peer } from "./presence.ts";

/** Whose outline this is. */
export function PeerTag({ peer }: { peer: Peer }) {
  return (
    <span className={classes["peer"]} style={{ background: peer.color }}>
      {peer.name}
    </span>
  );
}
