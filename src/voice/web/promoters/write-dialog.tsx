import { SegmentedControl, Textarea } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { toast } from "#ui/toast.ts";
import type { Locale } from "#workspace/model.ts";
import { useSession, useWorkspace } from "#workspace/web/index.ts";
import { letterLocale } from "../../letters/language.ts";
import { promoterLetter, readyPromoterLetter } from "../../promoters/letter.ts";
import { type Promoter, type PromoterLetterKind, promoterLetterKinds, promoterLimits } from "../../promoters/model.ts";
import { isAsked } from "../../promoters/rules.ts";
import { useLeaving } from "../use-leaving.tsx";
import classes from "./promoters.module.css";
import { useWrite } from "./queries.ts";

const locales = ["fr", "en"] as const satisfies readonly Locale[];

/** Thanks people who are pleased, or asks them to take a role: in words that can be changed, shown as they will arrive. */
export function WriteDialog({ people, onClose }: { people: readonly Promoter[]; onClose: () => void }) {
  const { t } = useTranslation("promoters");
  const { id: workspaceId, name: from } = useWorkspace();
  const { user } = useSession();
  // However often it is pressed or the connection breaks, each is one letter.
  const [letters] = useState(() =>
    people.flatMap(({ answer, ...person }) =>
      answer === null
        ? []
        : [{ ...person, ...answer, attempt: crypto.randomUUID(), locale: letterLocale(answer.language) }],
    ),
  );
  const ready = (kind: PromoterLetterKind, locale: Locale) =>
    readyPromoterLetter(kind, locale, `${user.name}\n${from}`);
  const textsOf = (kind: PromoterLetterKind) => ({ fr: ready(kind, "fr"), en: ready(kind, "en") });
  const [kind, setKind] = useState<PromoterLetterKind>("thanks");
  const [texts, setTexts] = useState<Record<Locale, string>>(() => textsOf("thanks"));
  const spoken = locales.filter((one) => letters.some(({ locale }) => locale === one));
  const [shown, setShown] = useState<Locale>(spoken[0] ?? "fr");
  const isChanged = locales.some((locale) => texts[locale] !== ready(kind, locale));
  const { leave, question } = useLeaving(isChanged, onClose);
  const write = useWrite(workspaceId);
  const alreadyAsked = letters.filter((letter) => kind !== "thanks" && isAsked(kind, letter[kind])).length;
  const send = () =>
    write.mutate(
      { kind, texts, people: letters.map(({ responseId, attempt }) => ({ responseId, attempt })) },
      {
        onSuccess: ({ written, leftOut }) => {
          toast(t("written", { count: written }));
          for (const [reason, { length }] of Map.groupBy(leftOut, (one) => one.reason))
            toast(t("leftOut", { count: length, why: t(`reason.${reason}`) }));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("writeTitle", { count: letters.length })}
      size="60rem"
      action={t("send")}
      busy={write.isPending}
      error={write.error}
      onSubmit={send}
      onClose={leave}
    >
      <div className={classes["write"]}>
        <div className={classes["fields"]}>
          <SegmentedControl
            aria-label={t("kind")}
            value={kind}
            data={promoterLetterKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(next) => {
              setKind(next);
              setTexts(textsOf(next));
            }}
          />
          {spoken.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t("language")}
              value={shown}
              data={spoken.map((value) => ({
                value,
                label: t(`language.${value}`, { n: letters.filter(({ locale }) => locale === value).length }),
              }))}
              onChange={setShown}
            />
          )}
          <Textarea
            label={t("text")}
            description={t("textHelp")}
            required
            autosize
            minRows={10}
            maxRows={18}
            maxLength={promoterLimits.letterCharacters}
            lang={shown}
            value={texts[shown]}
            onChange={({ currentTarget }) => setTexts({ ...texts, [shown]: currentTarget.value })}
            data-autofocus
          />
          {alreadyAsked > 0 && <p className="soft">{t("asked", { count: alreadyAsked })}</p>}
        </div>
        <LetterPreview kind={kind} text={texts[shown]} locale={shown} />
      </div>
      {question}
    </FormDialog>
  );
}

function LetterPreview({ kind, text, locale }: { kind: PromoterLetterKind; text: string; locale: Locale }) {
  const { t } = useTranslation("promoters");
  const { name: from } = useWorkspace();
  const written = useDeferredValue(text);
  const joinUrl = kind === "thanks" ? null : "about:blank";
  const { subject, html } = promoterLetter({ kind, text: written, from, joinUrl, refuseUrl: "about:blank" }, locale);
  return (
    <figure className={classes["preview"]}>
      <figcaption>
        {t("preview")} <span className="soft">· {subject}</span>
      </figcaption>
      <iframe title={t("preview")} sandbox="" srcDoc={html} />
    </figure>
  );
}
