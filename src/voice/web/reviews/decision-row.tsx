import { Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type CollectedReview, refusalReasons, type ReviewDecision } from "../../reviews/collected.ts";
import { useDecide } from "./queries.ts";
import { ReviewWords } from "./review-words.tsx";
import classes from "./reviews.module.css";

/** One review as its author gave it, and what is decided of it. */
export function DecisionRow({ review }: { review: CollectedReview }) {
  const { t } = useTranslation("reviews");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const decide = useDecide(workspaceId);
  const [reply, setReply] = useState(review.reply);
  const [proofNote, setProofNote] = useState(review.proofNote);
  const { state, refusal, contest, experiencedOn, isBuyer, proof } = review;
  const send = (decision: ReviewDecision) => decide.mutate({ reviewId: review.id, reply, proofNote, ...decision });
  const told = [
    review.author || t("nameless"),
    t("submittedOn", { day: format.date(review.submittedAt, timeZone) }),
    ...(experiencedOn === null ? [] : [t("experiencedOn", { day: format.date(experiencedOn) })]),
    t(isBuyer ? "isBuyer" : "isNoBuyer"),
    t(`proof.${proof}`),
    review.surveyName,
  ];
  return (
    <li className={classes["review"]} data-deciding>
      <div>
        <ReviewWords rating={review.rating} title={review.title} text={review.text} language={review.language} />
        <p className={classes["told"]}>{told.join(" · ")}</p>
        {refusal !== null && (
          <p className={classes["refused"]}>{t("refusedFor", { reason: t(`reason.${refusal}`) })}</p>
        )}
        {contest !== "" && (
          <blockquote className={classes["reply"]} dir="auto">
            <b>{t("contest")}</b> {contest}
          </blockquote>
        )}
      </div>
      <div className={classes["decision"]}>
        <TextInput
          size="xs"
          label={t("proofNote")}
          placeholder={t("proofHint")}
          maxLength={300}
          value={proofNote}
          onChange={({ currentTarget }) => setProofNote(currentTarget.value)}
        />
        <Textarea
          size="xs"
          label={t("replyPublic")}
          autosize
          minRows={1}
          maxRows={6}
          value={reply}
          onChange={({ currentTarget }) => setReply(currentTarget.value)}
        />
        <ErrorNote error={decide.error} />
        <Group gap="xs">
          {state === "published" ? (
            <Button size="xs" variant="default" loading={decide.isPending} onClick={() => send({})}>
              {t("keep")}
            </Button>
          ) : (
            <Button size="xs" loading={decide.isPending} onClick={() => send({ state: "published", refusal: null })}>
              {t("publish")}
            </Button>
          )}
          <Select
            size="xs"
            aria-label={t("refuse")}
            placeholder={t("refuse")}
            value={null}
            data={refusalReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
            onChange={(value) => {
              const reason = refusalReasons.find((one) => one === value);
              if (reason !== undefined) send({ state: "refused", refusal: reason });
            }}
          />
        </Group>
      </div>
    </li>
  );
}
