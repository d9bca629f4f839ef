import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/bricolage-grotesque/wght.css";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "#ui/tokens.css";
import "#ui/base.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createI18n, firstLocale, followLocale } from "./i18n.ts";
import { Providers, createQueryClient } from "./providers.tsx";
import { createAppRouter, loadAhead } from "./router.tsx";

const words = createI18n(firstLocale());
const queryClient = createQueryClient(
  () => void router.navigate({ to: "/sign-in", search: { next: window.location.pathname + window.location.search } }),
);
const router = createAppRouter({ queryClient, words });

/** What comes within this many milliseconds is drawn at once, with no picture of waiting before it. */
const patience = 300;

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");
loadAhead(router);
const loaded = Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, patience))]);
void draw(root);

/** Not awaited at the top of this script: screens that come with it would wait for each other. */
async function draw(element: HTMLElement): Promise<void> {
  const [i18n] = await Promise.all([words, loaded]);
  followLocale(i18n);
  createRoot(element).render(
    <StrictMode>
      <Providers i18n={i18n} queryClient={queryClient}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
