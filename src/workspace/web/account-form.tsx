import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { formText } from "#ui/form-text.ts";
import type { Session } from "../api.ts";
import type { Locale } from "../model.ts";
import { useEnter } from "./sign.ts";

interface AccountFormProps {
  action: string;
  /** Whether the address is not known yet. */
  asksEmail?: boolean;
  /** Makes the account; the session that it begins is entered. */
  onMake: (account: { name: string; email: string; password: string; locale: Locale }) => Promise<Session>;
}

/** What somebody new says of themselves; then they are inside. */
export function AccountForm({ action, asksEmail = false, onMake }: AccountFormProps) {
  const { t, i18n } = useTranslation("workspace");
  const navigate = useNavigate();
  const enter = useEnter();
  const make = useMutation({
    mutationFn: (form: FormData) =>
      onMake({
        name: formText(form, "name"),
        email: formText(form, "email"),
        password: formText(form, "password"),
        locale: i18n.language as Locale,
      }),
    onSuccess: async (session) => {
      await enter(session);
      await navigate({ to: "/", replace: true });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(new FormData(event.currentTarget));
      }}
    >
      <TextInput name="name" label={t("yourName")} autoComplete="name" maxLength={80} required />
      {asksEmail && <TextInput name="email" type="email" label={t("email")} autoComplete="username" required />}
      <PasswordInput
        name="password"
        label={t("password")}
        description={t("passwordRule")}
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        required
      />
      <ErrorNote error={make.error} />
      <Button type="submit" loading={make.isPending}>
        {action}
      </Button>
    </form>
  );
}
