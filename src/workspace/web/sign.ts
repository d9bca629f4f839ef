import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError, call, errorOf } from "#ui/call.ts";
import { type Session, setLocale } from "../api.ts";
import type { Locale } from "../model.ts";
import { sessionQuery } from "./session.ts";

/** The authentication library's own endpoints; they answer outside our contracts. */
async function postAuth(path: string, body: unknown): Promise<void> {
  const response = await fetch(`/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw errorOf(response.status, await response.text());
}

export async function signIn(email: string, password: string): Promise<void> {
  try {
    await postAuth("/sign-in/email", { email, password });
  } catch (error) {
    if (error instanceof TypeError) throw new ApiError({ code: "network", status: 0, title: error.message });
    throw error;
  }
}

/** Leaves, and forgets everything this browser had read. */
export async function signOut(): Promise<void> {
  await postAuth("/sign-out", {});
  window.location.assign("/sign-in");
}

/** Puts a fresh session in place: its data and its language. */
export function useEnter(): (session: Session) => Promise<void> {
  const queryClient = useQueryClient();
  const { i18n } = useTranslation();
  return async (session) => {
    queryClient.setQueryData(sessionQuery.queryKey, session);
    await i18n.changeLanguage(session.user.locale);
  };
}

/** Changes the language on screen at once, and on the account. */
export function useChooseLocale(): (locale: Locale) => void {
  const { i18n } = useTranslation();
  const queryClient = useQueryClient();
  const choose = useMutation({
    mutationFn: (locale: Locale) => call(setLocale, { body: { locale } }),
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  });
  return (locale) => {
    void i18n.changeLanguage(locale);
    choose.mutate(locale);
  };
}
