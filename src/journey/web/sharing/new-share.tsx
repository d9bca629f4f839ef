import { Button, PasswordInput, Switch, TextInput } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { ToCopy } from "#ui/to-copy.tsx";
import { createShare } from "../../api/shares.ts";
import { useMap } from "../map-context.ts";
import { sharesQuery } from "./queries.ts";
import classes from "./sharing.module.css";

interface Wanted {
  name: string;
  password: string;
  /** `yyyy-mm-dd hh:mm:ss` where the reader is, as the field has it. */
  ends: string | null;
  showsMeasures: boolean;
  mayEmbed: boolean;
}

const shortestPassword = 6;

/** Makes a link and shows it, this once. */
export function NewShare({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("sharing");
  const { journeyId } = useMap();
  const queryClient = useQueryClient();
  const [today] = useState(() => new Date());
  const [wanted, setWanted] = useState<Wanted>({
    name: "",
    password: "",
    ends: null,
    showsMeasures: false,
    mayEmbed: false,
  });
  const set = (change: Partial<Wanted>) => setWanted({ ...wanted, ...change });
  const create = useMutation({
    mutationFn: ({ password, ends, ...rest }: Wanted) =>
      call(createShare, {
        params: { journeyId },
        body: {
          ...rest,
          password: password === "" ? null : password,
          expiresAt: ends === null ? null : new Date(ends.replace(" ", "T")).toISOString(),
        },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sharesQuery(journeyId).queryKey }),
  });
  if (create.isSuccess) return <MadeLink link={create.data.link} mayEmbed={wanted.mayEmbed} onDone={onDone} />;
  const isTooShort = wanted.password !== "" && wanted.password.length < shortestPassword;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isTooShort) create.mutate(wanted);
  };
  return (
    <form className={classes["form"]} onSubmit={send}>
      <TextInput
        label={t("name")}
        description={t("nameHint")}
        maxLength={80}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The form takes the place of the button that asked for it.
        autoFocus
        value={wanted.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <PasswordInput
        label={t("password")}
        description={t("passwordHint")}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
        error={isTooShort && t("passwordShort", { count: shortestPassword })}
        value={wanted.password}
        onChange={({ currentTarget }) => set({ password: currentTarget.value })}
      />
      <DateTimePicker
        label={t("endsOn")}
        placeholder={t("never")}
        clearable
        clearButtonProps={{ "aria-label": t("never") }}
        minDate={today}
        value={wanted.ends}
        onChange={(ends) => set({ ends })}
      />
      <Switch
        label={t("showMeasures")}
        description={t("showMeasuresHint")}
        checked={wanted.showsMeasures}
        onChange={({ currentTarget }) => set({ showsMeasures: currentTarget.checked })}
      />
      <Switch
        label={t("allowEmbed")}
        description={t("allowEmbedHint")}
        checked={wanted.mayEmbed}
        onChange={({ currentTarget }) => set({ mayEmbed: currentTarget.checked })}
      />
      <ErrorNote error={create.error} />
      <div className={classes["deeds"]}>
        <Button variant="default" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}

function MadeLink({ link, mayEmbed, onDone }: { link: string; mayEmbed: boolean; onDone: () => void }) {
  const { t } = useTranslation("sharing");
  const frame = `<iframe src="${link}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`;
  return (
    <section className={classes["made"]} aria-label={t("made")}>
      <strong>{t("made")}</strong>
      <p>{t("madeText")}</p>
      <ToCopy label={t("link")} text={link} />
      {mayEmbed && <ToCopy label={t("frame")} text={frame} />}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- The button that made the link is gone. */}
      <Button variant="default" autoFocus onClick={onDone}>
        {t("done")}
      </Button>
    </section>
  );
}
