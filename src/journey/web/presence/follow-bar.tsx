import { useTranslation } from "react-i18next";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";
import classes from "./presence.module.css";

/** Says whom one follows, as long as one does. */
export function FollowBar() {
  const { t } = useTranslation("presence");
  const { following, presence } = useMap();
  const userId = useStore(following);
  const person = useStore(presence, ({ people }) => people.find((peer) => peer.userId === userId));
  return (
    <div role="status">
      {person !== undefined && (
        <div className={classes["following"]} style={{ background: person.color }} data-follows>
          {t("following", { name: person.name })}
          <button type="button" onClick={() => following.set(null)}>
            {t("stop")}
          </button>
        </div>
      )}
    </div>
  );
}
