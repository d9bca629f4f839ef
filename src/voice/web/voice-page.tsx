import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "#ui/page.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { useCounts } from "./suspicious/use-counts.ts";
import classes from "./voice-page.module.css";

const places = [
  { key: "surveys", to: "/w/$workspaceId/voice", permission: "survey:read" },
  { key: "comments", to: "/w/$workspaceId/voice/comments", permission: "verbatim:read" },
  { key: "reviews", to: "/w/$workspaceId/voice/reviews", permission: "verbatim:read" },
  { key: "suspicious", to: "/w/$workspaceId/voice/suspicious", permission: "answer:judge" },
  { key: "invitations", to: "/w/$workspaceId/voice/invitations", permission: "invitation:read" },
  { key: "alerts", to: "/w/$workspaceId/voice/alerts", permission: "alert:read" },
  { key: "interviews", to: "/w/$workspaceId/voice/interviews", permission: "interview:read" },
  { key: "promoters", to: "/w/$workspaceId/voice/promoters", permission: "invitation:read" },
  { key: "cases", to: "/w/$workspaceId/voice/cases", permission: "case:read" },
] as const;

interface VoicePageProps {
  /** Of the screen, as its tab says it. */
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One screen of what customers say, with the ways to the others above it. */
export function VoicePage({ title, actions, children }: VoicePageProps) {
  const { t } = useTranslation("voice");
  const tabs = useRef<HTMLElement>(null);
  // On a phone they do not all fit.
  useEffect(() => {
    tabs.current?.querySelector("[data-status=active]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, []);
  return (
    <Page title={title} actions={actions}>
      <nav ref={tabs} className={classes["places"]} aria-label={t("places")}>
        {places.map(({ key, to, permission }) => (
          <Place key={key} to={to} permission={permission}>
            {t(`place.${key}`)}
            {key === "suspicious" && <ToCheck />}
          </Place>
        ))}
      </nav>
      {children}
    </Page>
  );
}

/** How many answers wait for somebody to judge them; nothing where none does. */
function ToCheck() {
  const { t } = useTranslation("voice");
  const n = useCounts()?.undecided ?? 0;
  return (
    n > 0 && (
      <span className={classes["toCheck"]} title={t("toCheck")}>
        {n}
      </span>
    )
  );
}

interface PlaceProps {
  to: (typeof places)[number]["to"];
  permission: (typeof places)[number]["permission"];
  children: ReactNode;
}

function Place({ to, permission, children }: PlaceProps) {
  const { id: workspaceId } = useWorkspace();
  return (
    useMay(permission) && (
      // The first place is the beginning of every other one's address.
      <Link to={to} params={{ workspaceId }} activeOptions={{ exact: to === places[0].to, includeSearch: false }}>
        {children}
      </Link>
    )
  );
}
