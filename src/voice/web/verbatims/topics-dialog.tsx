import { ActionIcon, Button, NavLink, TagsInput, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { toast } from "#ui/toast.ts";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { previewTopic, setTopics } from "../../api/comments.ts";
import type { CommentReaderState, Topic } from "../../comments/model.ts";
import { commentReaderQuery } from "./queries.ts";
import classes from "./topics-dialog.module.css";

const languages = ["fr", "en"] as const;
/** Milliseconds without a change before a topic is tried. */
const pause = 400;

/** The topics of a workspace's comments, each tried on the newest ones while it is written. */
export function TopicsDialog({ reader, onClose }: { reader: CommentReaderState; onClose: () => void }) {
  const { t, i18n } = useTranslation("verbatims");
  const { t: tUi } = useTranslation("ui");
  const language = i18n.language === "fr" ? "fr" : "en";
  const [topics, setDraft] = useState<readonly Topic[]>(reader.topics);
  const [open, setOpen] = useState(reader.topics[0]?.id);
  const save = useSaveTopics(reader, onClose);
  const chosen = topics.find(({ id }) => id === open);
  const add = () => {
    const topic = newTopic(topics);
    setDraft([...topics, topic]);
    setOpen(topic.id);
  };
  return (
    <Dialog opened onClose={onClose} size="56rem" title={t("editor.title")}>
      <p className="soft">{t("editor.note")}</p>
      <div className={classes["editor"]}>
        <nav className={classes["topics"]} aria-label={t("topics")}>
          {topics.map((topic) => (
            <NavLink
              key={topic.id}
              component="button"
              type="button"
              active={topic.id === open}
              label={topic[language].name || t("editor.unnamed")}
              onClick={() => setOpen(topic.id)}
            />
          ))}
          <Button variant="subtle" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
            {t("editor.new")}
          </Button>
        </nav>
        {chosen !== undefined && (
          <TopicFields
            key={chosen.id}
            topic={chosen}
            onChange={(changed) => setDraft(topics.map((one) => (one.id === changed.id ? changed : one)))}
            onRemove={() => {
              const rest = topics.filter(({ id }) => id !== chosen.id);
              setDraft(rest);
              setOpen(rest[0]?.id);
            }}
          />
        )}
      </div>
      <ErrorNote error={save.error} />
      <div className={classes["actions"]}>
        {!reader.isReady && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<RotateCcw size={14} aria-hidden />}
            title={t("editor.resetSure")}
            onClick={() => save.mutate(null)}
          >
            {t("editor.reset")}
          </Button>
        )}
        <Button variant="default" onClick={onClose} ml="auto">
          {tUi("cancel")}
        </Button>
        <Button loading={save.isPending} onClick={() => save.mutate(topics)}>
          {tUi("save")}
        </Button>
      </div>
    </Dialog>
  );
}

function useSaveTopics({ version }: CommentReaderState, onSaved: () => void) {
  const { t } = useTranslation("verbatims");
  const { id: workspaceId } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (topics: readonly Topic[] | null) =>
      call(setTopics, { params: { workspaceId }, body: { topics: topics && [...topics], version } }),
    onSuccess: (state) => {
      queryClient.setQueryData(commentReaderQuery(workspaceId).queryKey, state);
      toast(t("editor.saved"));
      onSaved();
    },
  });
}

interface TopicFieldsProps {
  topic: Topic;
  onChange: (topic: Topic) => void;
  onRemove: () => void;
}

function TopicFields({ topic, onChange, onRemove }: TopicFieldsProps) {
  const { t } = useTranslation("verbatims");
  return (
    <div className={classes["fields"]}>
      {languages.map((language) => (
        <fieldset key={language}>
          <legend>{t(`editor.${language}`)}</legend>
          <TextInput
            label={t("editor.name")}
            maxLength={60}
            value={topic[language].name}
            onChange={({ currentTarget: { value: name } }) =>
              onChange({ ...topic, [language]: { ...topic[language], name } })
            }
          />
          <TagsInput
            label={t("editor.words")}
            placeholder={t("editor.words.add")}
            splitChars={[",", ";"]}
            value={[...topic[language].patterns]}
            onChange={(patterns) => onChange({ ...topic, [language]: { ...topic[language], patterns } })}
          />
        </fieldset>
      ))}
      <Preview topic={topic} />
      <ActionIcon
        className={classes["remove"] ?? ""}
        variant="subtle"
        color="gray"
        aria-label={t("editor.remove")}
        title={t("editor.remove")}
        onClick={onRemove}
      >
        <Trash2 size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** What the topic finds in the newest comments, before it is kept. */
function Preview({ topic }: { topic: Topic }) {
  const { t } = useTranslation("verbatims");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const [tried] = useDebouncedValue(topic, pause);
  const preview = useQuery({
    queryKey: ["topicPreview", workspaceId, tried.fr.patterns, tried.en.patterns],
    // What it finds does not depend on its names, which may not be written yet.
    queryFn: ({ signal }) =>
      call(previewTopic, { params: { workspaceId }, body: { ...tried, ...named(tried) }, signal }),
    placeholderData: (before) => before,
    retry: false,
  });
  if (preview.isError) return <ErrorNote error={preview.error} />;
  if (preview.data === undefined) return null;
  const { n, of, samples } = preview.data;
  return (
    <section className={classes["preview"]} aria-label={t("editor.samples")} aria-live="polite">
      <p>
        {n === 0
          ? t("editor.found.none", { of: format.number(of) })
          : t("editor.found", { n: format.number(n), of: format.number(of), percent: format.percent(n / of, 1) })}
      </p>
      <ul>
        {samples.map(({ comment, spans }) => (
          <li key={comment}>
            <Found comment={comment} spans={spans} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function named({ id, fr, en }: Topic): Pick<Topic, "fr" | "en"> {
  return { fr: { ...fr, name: id }, en: { ...en, name: id } };
}

function Found({ comment, spans }: { comment: string; spans: readonly { start: number; end: number }[] }) {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  return (
    <>
      {ordered.map(({ start, end }, at) => (
        <span key={start}>
          {comment.slice(ordered[at - 1]?.end ?? 0, start)}
          <mark>{comment.slice(start, end)}</mark>
        </span>
      ))}
      {comment.slice(ordered.at(-1)?.end ?? 0)}
    </>
  );
}

function newTopic(topics: readonly Topic[]): Topic {
  const taken = new Set(topics.map(({ id }) => id));
  let number = topics.length + 1;
  while (taken.has(`own-${number}`)) number += 1;
  const empty = { name: "", patterns: [] };
  return { id: `own-${number}`, fr: empty, en: empty };
}
