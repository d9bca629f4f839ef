import { Avatar, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./screen.module.css";
import { type Presence, initialsOf } from "./presence.ts";
import { type Store, useStore } from "./store.ts";

const shown = 4;

/** Who else has this map open. */
export function PresenceStack({ presence }: { presence: Store<Presence> }) {
  const { t } = useTranslation("journey");
  const people = useStore(presence, (current) => current.people);
  if (people.length === 0) return null;
  return (
    <Avatar.Group className={classes["people"] ?? ""} role="group" aria-label={t("people", { count: people.length })}>
      {people.slice(0, shown).map(({ userId, name, color }) => (
        <Tooltip key={userId} label={t("personHere", { name })}>
          <Avatar
            size={26}
            radius="xl"
            role="img"
            aria-label={t("personHere", { name })}
            styles={{ placeholder: { background: color, color: "#fff", fontSize: 10 } }}
          >
            {initialsOf(name)}
          </Avatar>
        </Tooltip>
      ))}
      {people.length > shown && (
        <Avatar size={26} radius="xl">
          +{people.length - shown}
        </Avatar>
      )}
    </Avatar.Group>
  );
}
