import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { formText } from "#ui/form-text.ts";
import { getSetup } from "../api.ts";
import { Door } from "./door.tsx";
import { ownPath } from "./own-path.ts";
import { sessionQuery } from "./session.ts";
import { signIn } from "./sign.ts";

export function SignInScreen() {
  const { t } = useTranslation("workspace");
  const { next } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => call(getSetup) });
  const enter = useMutation({
    mutationFn: async (form: FormData) => {
      await signIn(formText(form, "email"), formText(form, "password"));
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    },
    onSuccess: () => navigate({ href: ownPath(next), replace: true }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    enter.mutate(new FormData(event.currentTarget));
  };
  const isWrong = enter.error instanceof ApiError && enter.error.code === "not_signed_in";
  return (
    <Door title={t("signInTitle")}>
      {setup.data?.needsOwner === true && <p className="soft">{t("needsOwner")}</p>}
      <form onSubmit={submit}>
        <TextInput name="email" type="email" label={t("email")} autoComplete="username" required />
        <PasswordInput
          name="password"
          label={t("password")}
          autoComplete="current-password"
          required
          error={isWrong ? t("signInWrong") : null}
        />
        {!isWrong && <ErrorNote error={enter.error} />}
        <Button type="submit" loading={enter.isPending}>
          {t("signIn")}
        </Button>
      </form>
    </Door>
  );
}
