import { MantineProvider, MantineThemeProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import french from "dayjs/locale/fr.js";
import type { i18n } from "i18next";
import type { ReactNode } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { ApiError } from "#ui/call.ts";
import { cssVariables, theme } from "#ui/theme.ts";

/** A request that can only fail again is not asked again; `onSignedOut` runs when a session has ended behind our back. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (error instanceof ApiError && error.code === "not_signed_in" && !window.location.pathname.startsWith("/sign-in"))
      onSignedOut();
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== "session" && watch(error) }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) =>
          count < 2 && error instanceof ApiError && ["network", "store_unavailable"].includes(error.code),
      },
    },
  });
  return client;
}

/** Everything a screen may count on: theme, words, dates, data, toasts. */
export function Providers({
  i18n,
  queryClient,
  children,
}: {
  i18n: i18n;
  queryClient: QueryClient;
  children: ReactNode;
}) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <LocalisedDates>{children}</LocalisedDates>
          <Toasts />
        </MantineProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function LocalisedDates({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <DatesProvider settings={{ locale: i18n.language === "fr" ? french.name : "en", firstDayOfWeek: 1 }}>
      {children}
    </DatesProvider>
  );
}

/** The cross of a message says what it does in the language on screen. */
function Toasts() {
  const { t } = useTranslation("ui");
  const Notification = { defaultProps: { closeButtonProps: { "aria-label": t("close") } } };
  return (
    <MantineThemeProvider inherit theme={{ components: { Notification } }}>
      <Notifications position="bottom-right" limit={3} autoClose={6000} />
    </MantineThemeProvider>
  );
}
