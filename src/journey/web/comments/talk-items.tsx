import { Menu } from "@mantine/core";
import { MessageSquare, ThumbsUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import item from "../item.module.css";
import { readRef } from "../item.ts";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";
import { useTalk } from "./talk.ts";

/** In the menu of an item: comment on it, and vote for it when it is a card. */
export function TalkItems({ subject }: { subject: string }) {
  const { t } = useTranslation("comments");
  const { openPanel, mayAddCards } = useMap();
  const { talk, vote } = useTalk();
  const isMine = useStore(talk, ({ about }) => about.get(subject)?.votes?.isMine === true);
  const card = readRef(subject);
  return (
    <>
      {mayAddCards && (
        <Menu.Item
          leftSection={<MessageSquare size={14} />}
          rightSection={<kbd className={item["shortcut"]}>C</kbd>}
          onClick={() => openPanel("comments", subject)}
        >
          {t("comment")}
        </Menu.Item>
      )}
      {vote !== null && card?.kind === "card" && (
        <Menu.Item
          leftSection={<ThumbsUp size={14} />}
          rightSection={<kbd className={item["shortcut"]}>V</kbd>}
          onClick={() => vote(card.id)}
        >
          {t(isMine ? "unvote" : "vote")}
        </Menu.Item>
      )}
    </>
  );
}
