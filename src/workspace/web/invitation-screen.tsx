import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { formText } from "#ui/form-text.ts";
import { acceptInvitation } from "../api.ts";
import type { Locale } from "../model.ts";
import { Door } from "./door.tsx";
import { useEnter } from "./sign.ts";

/** Where an invitation link leads; the address it was made for is known to the server. */
export function InvitationScreen() {
  const { t, i18n } = useTranslation("workspace");
  const { token } = useSearch({ from: "/invitation" });
  const navigate = useNavigate();
  const enter = useEnter();
  const accept = useMutation({
    mutationFn: (form: FormData) =>
      call(acceptInvitation, {
        body: {
          token,
          name: formText(form, "name"),
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
    accept.mutate(new FormData(event.currentTarget));
  };
  if (token === "")
    return (
      <Door title={t("invitationTitle")}>
        <p>{t("tokenMissing")}</p>
      </Door>
    );
  return (
    <Door title={t("invitationTitle")}>
      <p className="soft">{t("invitationText")}</p>
      <form onSubmit={submit}>
        <TextInput name="name" label={t("yourName")} autoComplete="name" maxLength={80} required />
        <PasswordInput
          name="password"
          label={t("password")}
          description={t("passwordRule")}
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
        />
        <ErrorNote error={accept.error} />
        <Button type="submit" loading={accept.isPending}>
          {t("invitationAction")}
        </Button>
      </form>
    </Door>
  );
}
