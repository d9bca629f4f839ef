import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { formText } from "#ui/form-text.ts";
import { createOwner, getSetup } from "../api.ts";
import type { Locale } from "../model.ts";
import { Door } from "./door.tsx";
import { useEnter } from "./sign.ts";

/** Where the one-time link leads: it makes the owner. */
export function SetupScreen() {
  const { t, i18n } = useTranslation("workspace");
  const { token } = useSearch({ from: "/setup" });
  const navigate = useNavigate();
  const enter = useEnter();
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => call(getSetup) });
  const create = useMutation({
    mutationFn: (form: FormData) =>
      call(createOwner, {
        body: {
          token,
          name: formText(form, "name"),
          email: formText(form, "email"),
          password: formText(form, "password"),
          locale: i18n.language as Locale,
        },
      }),
    onSuccess: async (session) => {
      await enter(session);
      await navigate({ to: "/", replace: true });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(new FormData(event.currentTarget));
  };
  if (setup.data?.needsOwner === false) {
    return (
      <Door title={t("setupTitle")}>
        <p>{t("setupDone")}</p>
        <p>
          <Link to="/sign-in">{t("signIn")}</Link>
        </p>
      </Door>
    );
  }
  if (token === "")
    return (
      <Door title={t("setupTitle")}>
        <p>{t("tokenMissing")}</p>
      </Door>
    );
  return (
    <Door title={t("setupTitle")}>
      <p className="soft">{t("setupText")}</p>
      <form onSubmit={submit}>
        <TextInput name="name" label={t("yourName")} autoComplete="name" maxLength={80} required />
        <TextInput name="email" type="email" label={t("email")} autoComplete="username" required />
        <PasswordInput
          name="password"
          label={t("password")}
          description={t("passwordRule")}
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
        />
        <ErrorNote error={create.error} />
        <Button type="submit" loading={create.isPending}>
          {t("setupAction")}
        </Button>
      </form>
    </Door>
  );
}
