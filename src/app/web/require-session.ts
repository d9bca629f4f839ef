import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import type { i18n } from "i18next";
import { ApiError } from "#ui/call.ts";
import type { Session } from "#workspace/api.ts";
import { sessionQuery } from "#workspace/web/index.ts";

export interface AppContext {
  queryClient: QueryClient;
  /** What speaks the language on screen, once its words are here. */
  words: Promise<i18n>;
}

/** Who is signed in, on screen in their language; nobody is sent to sign in and comes back afterwards. */
export async function requireSession({ queryClient, words }: AppContext, next: string): Promise<Session> {
  try {
    const [session, i18n] = await Promise.all([queryClient.ensureQueryData(sessionQuery), words]);
    if (i18n.language !== session.user.locale) await i18n.changeLanguage(session.user.locale);
    return session;
  } catch (error) {
    if (error instanceof ApiError && error.code === "not_signed_in")
      throw redirect({ to: "/sign-in", search: next === "/" ? {} : { next } });
    throw error;
  }
}
