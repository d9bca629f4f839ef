import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { Check, Copy, Download, ExternalLink, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { urlOf } from "#ui/call.ts";
import { DeleteButton } from "#ui/delete-button.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { surveyQr } from "../api.ts";
import type { SurveySummary } from "../model.ts";
import { useDeleteSurvey } from "./queries.ts";
import { StateMark } from "./state-mark.tsx";
import classes from "./voice.module.css";

interface SurveyAnswersProps {
  survey: SurveySummary;
  onEdit: () => void;
  onDeleted: () => void;
}

/** How a survey is answered, and what came of it so far. */
export function SurveyAnswers({ survey, onEdit, onDeleted }: SurveyAnswersProps) {
  const { t } = useTranslation("voice");
  const mayEdit = useMay("survey:edit");
  const remove = useDeleteSurvey();
  const qr = urlOf(surveyQr.path, { surveyId: survey.id });
  return (
    <div className={classes["answering"]}>
      <p>
        <StateMark state={survey.state} />
        <span className="soft">{t(`stateWhat.${survey.state}`)}</span>
      </p>
      <Counts survey={survey} />
      <div className={classes["ways"]}>
        <div>
          <h3>{t("byLink")}</h3>
          <p className="soft">{t("byLinkText")}</p>
          <LinkToCopy url={survey.url} />
          <Button
            component="a"
            href={survey.url}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<ExternalLink size={15} aria-hidden />}
          >
            {t("open")}
          </Button>
        </div>
        <div>
          <h3>{t("byQr")}</h3>
          <p className="soft">{t("byQrText")}</p>
          <img className={classes["qr"]} src={qr} alt={t("qrOf", { name: survey.name })} width={176} height={176} />
          <Button
            component="a"
            href={qr}
            download={`${survey.name}.svg`}
            variant="default"
            leftSection={<Download size={15} aria-hidden />}
          >
            {t("downloadQr")}
          </Button>
        </div>
      </div>
      {mayEdit && (
        <Group justify="space-between">
          <DeleteButton
            name={survey.name}
            loss={t("deleteText")}
            refusal={t("deleteRefused")}
            onDelete={() => remove(survey.id).then(onDeleted)}
          />
          <Button leftSection={<Pencil size={15} aria-hidden />} onClick={onEdit}>
            {t("edit")}
          </Button>
        </Group>
      )}
    </div>
  );
}

/** What counts, and apart from it what does not. */
function Counts({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation("voice");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  return (
    <dl className={classes["counts"]}>
      {(["answers", "partial", "suspicious"] as const).map((count) => (
        <div key={count}>
          <dt>{t(`count.${count}`)}</dt>
          <dd>
            {format.number(survey[count])} <small>{t(`countWhat.${count}`)}</small>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("column.last")}</dt>
        <dd data-text>
          {survey.lastAnswerAt === null ? t("noAnswerYet") : format.dateTime(survey.lastAnswerAt, timeZone)}
        </dd>
      </div>
    </dl>
  );
}

function LinkToCopy({ url }: { url: string }) {
  const { t } = useTranslation("voice");
  const { t: ui } = useTranslation("ui");
  return (
    <div className={classes["copy"]}>
      <TextInput aria-label={t("link")} value={url} readOnly onFocus={({ currentTarget }) => currentTarget.select()} />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button
            variant={copied ? "light" : "filled"}
            leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            aria-live="polite"
            onClick={copy}
          >
            {ui(copied ? "copied" : "copy")}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
