import { Button, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { ShieldCheck, ShieldOff, ShieldQuestion } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { consentWays, type InterviewDetails, interviewLimits } from "../../interviews/model.ts";
import classes from "./interview.module.css";
import { useInterviewDeeds } from "./queries.ts";
import { today } from "./today.ts";

/** What the participant consents to, until when, who wrote it down; and the way to take it back. */
export function ConsentCard({ of }: { of: InterviewDetails }) {
  const { t } = useTranslation("interviews");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const mayEdit = useMay("interview:edit");
  const [open, setOpen] = useState<"consent" | "withdrawal" | null>(null);
  const { consent, ended, consentBy } = of;
  return (
    <section
      className={classes["card"]}
      aria-label={t("consent")}
      data-consent={ended === null ? consent !== null : "ended"}
    >
      <h2>
        {ended !== null ? (
          <ShieldOff size={16} aria-hidden />
        ) : consent === null ? (
          <ShieldQuestion size={16} aria-hidden />
        ) : (
          <ShieldCheck size={16} aria-hidden />
        )}{" "}
        {t(ended !== null ? `ended.${ended.why}` : consent === null ? "noConsentYet" : "consented")}
      </h2>
      {ended !== null && <p>{t("endedNote", { date: format.date(ended.at, timeZone) })}</p>}
      {ended === null && consent === null && <p>{t("noConsentNote")}</p>}
      {consent !== null && (
        <>
          <p className={classes["words"]}>{consent.purpose}</p>
          <p className="soft">
            {t("consentFacts", {
              way: t(`way.${consent.way}`),
              givenOn: format.date(consent.givenOn),
              until: format.date(consent.until),
              who: consentBy ?? t("formerMember"),
            })}
          </p>
        </>
      )}
      {mayEdit && ended === null && (
        <div className={classes["deeds"]}>
          <Button
            size="compact-sm"
            variant={consent === null ? "filled" : "default"}
            onClick={() => setOpen("consent")}
          >
            {t(consent === null ? "recordConsent" : "changeConsent")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => setOpen("withdrawal")}>
            {t("withdraw")}
          </Button>
        </div>
      )}
      {open === "consent" && <ConsentDialog of={of} onClose={() => setOpen(null)} />}
      {open === "withdrawal" && <Withdrawal of={of} onClose={() => setOpen(null)} />}
    </section>
  );
}

function ConsentDialog({ of, onClose }: { of: InterviewDetails; onClose: () => void }) {
  const { t } = useTranslation("interviews");
  const { timeZone } = useWorkspace();
  const { consent } = useInterviewDeeds(of.id);
  const [given, setGiven] = useState(
    of.consent ?? {
      purpose: t("purposeReady"),
      way: "written" as const,
      givenOn: today(timeZone),
      until: today(timeZone, 1),
    },
  );
  return (
    <FormDialog
      title={t("consent")}
      busy={consent.isPending}
      error={consent.error}
      onSubmit={() => consent.mutate(given, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Textarea
        label={t("purpose")}
        description={t("purposeHelp")}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={interviewLimits.text}
        value={given.purpose}
        onChange={({ currentTarget }) => setGiven({ ...given, purpose: currentTarget.value })}
        data-autofocus
      />
      <SegmentedControl
        aria-label={t("way")}
        value={given.way}
        onChange={(way) => setGiven({ ...given, way })}
        data={consentWays.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <TextInput
        type="date"
        label={t("givenOn")}
        required
        value={given.givenOn}
        onChange={({ currentTarget }) => setGiven({ ...given, givenOn: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t("until")}
        description={t("untilHelp")}
        required
        min={given.givenOn}
        value={given.until}
        onChange={({ currentTarget }) => setGiven({ ...given, until: currentTarget.value })}
      />
    </FormDialog>
  );
}

function Withdrawal({ of, onClose }: { of: InterviewDetails; onClose: () => void }) {
  const { t } = useTranslation("interviews");
  const { withdraw } = useInterviewDeeds(of.id);
  return (
    <Confirm
      opened
      title={t("withdraw")}
      action={t("withdrawAction")}
      busy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t("withdrawNote")}
    </Confirm>
  );
}
