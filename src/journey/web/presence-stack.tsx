import { Avatar, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useMap } from "./map-context.ts";
import { FollowBar } from "./presence/follow-bar.tsx";
import presenceClasses from "./presence/presence.module.css";
import { type Peer, initialsOf } from "./presence.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";

/** Who else has this map open; a press on somebody follows them. */
export function PresenceStack() {
  const { t } = useTranslation("journey");
  const { presence } = useMap();
  const people = useStore(presence, (current) => current.people);
  // A laptop's header has room for the journey's name before faces.
  const shown = useMediaQuery("(max-width: 90rem)") ? 2 : 4;
  if (people.length === 0) return null;
  return (
    <>
      <Avatar.Group className={classes["people"] ?? ""} role="group" aria-label={t("people", { count: people.length })}>
        {people.slice(0, shown).map((person) => (
          <Person key={person.userId} person={person} />
        ))}
        {people.length > shown && (
          <Avatar size={26} radius="xl">
            +{people.length - shown}
          </Avatar>
        )}
      </Avatar.Group>
      <FollowBar />
    </>
  );
}

function Person({ person: { userId, name, color } }: { person: Peer }) {
  const { t } = useTranslation("journey");
  const { t: say } = useTranslation("presence");
  const { following } = useMap();
  const isFollowed = useStore(following, (followed) => followed === userId);
  return (
    <Tooltip label={`${t("personHere", { name })}. ${say("follow", { name })}`}>
      <button
        type="button"
        className={presenceClasses["person"]}
        aria-label={say("follow", { name })}
        aria-pressed={isFollowed}
        data-follows
        onClick={() => following.set(isFollowed ? null : userId)}
      >
        <Avatar
          size={26}
          radius="xl"
          role="img"
          aria-label={t("personHere", { name })}
          styles={{ placeholder: { background: color, color: "#fff", fontSize: 10 } }}
        >
          <i data-initials={initialsOf(name)} />
        </Avatar>
      </button>
    </Tooltip>
  );
}
