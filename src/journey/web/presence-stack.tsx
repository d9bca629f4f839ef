import { Avatar, Menu, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMap } from "./map-context.ts";
import { FollowBar } from "./presence/follow-bar.tsx";
import presenceClasses from "./presence/presence.module.css";
import { type Peer, initialsOf } from "./presence.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";

/** How much of a face the next one covers, in pixels: its letters stay in sight. */
const overlap = 5;

/** Who else has this map open; a press on somebody follows them. */
export function PresenceStack() {
  const { t } = useTranslation("journey");
  const { presence } = useMap();
  const people = useStore(presence, (current) => current.people);
  // A laptop's header has room for the journey's name before faces.
  const most = useMediaQuery("(max-width: 90rem)") ? 2 : 4;
  if (people.length === 0) return null;
  return (
    <>
      <Avatar.Group
        spacing={overlap}
        className={classes["people"] ?? ""}
        role="group"
        aria-label={t("people", { count: people.length })}
      >
        {people.slice(0, most).map((person) => (
          <Person key={person.userId} person={person} />
        ))}
        {people.length > most && <Everybody people={people} hidden={people.length - most} />}
      </Avatar.Group>
      <FollowBar />
    </>
  );
}

function useFollow(userId: string) {
  const { following } = useMap();
  const isFollowed = useStore(following, (followed) => followed === userId);
  return { isFollowed, toggle: () => following.set(isFollowed ? null : userId) };
}

function Person({ person }: { person: Peer }) {
  const { t } = useTranslation("journey");
  const { t: say } = useTranslation("presence");
  const { userId, name } = person;
  const { isFollowed, toggle } = useFollow(userId);
  return (
    <Tooltip label={`${t("personHere", { name })}. ${say("follow", { name })}`}>
      <button
        type="button"
        className={presenceClasses["person"]}
        aria-label={say("follow", { name })}
        aria-pressed={isFollowed}
        data-follows
        onClick={toggle}
      >
        <Face person={person} label={t("personHere", { name })} />
      </button>
    </Tooltip>
  );
}

function Face({ person: { name, color }, label }: { person: Peer; label?: string }) {
  return (
    <Avatar
      size={26}
      radius="xl"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      styles={{ placeholder: { background: color, color: "#fff", fontSize: 10 } }}
    >
      <i data-initials={initialsOf(name)} />
    </Avatar>
  );
}

/** All who are here by name: more than have room for their faces. */
function Everybody({ people, hidden }: { people: readonly Peer[]; hidden: number }) {
  const { t } = useTranslation("journey");
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <button
          type="button"
          className={presenceClasses["person"]}
          aria-label={t("people", { count: people.length })}
          data-follows
        >
          <Avatar size={26} radius="xl">
            +{hidden}
          </Avatar>
        </button>
      </Menu.Target>
      <Menu.Dropdown data-follows>
        {people.map((person) => (
          <Entry key={person.userId} person={person} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ person }: { person: Peer }) {
  const { t } = useTranslation("presence");
  const { isFollowed, toggle } = useFollow(person.userId);
  return (
    <Menu.Item
      className={presenceClasses["entry"] ?? ""}
      leftSection={<Face person={person} />}
      rightSection={isFollowed && <Check size={14} aria-hidden />}
      onClick={toggle}
    >
      {t("follow", { name: person.name })}
    </Menu.Item>
  );
}
