import { Link, Outlet } from "@tanstack/react-router";
import { ChartNoAxesCombined, Download, MapPinned, MessageCircle, Settings2 } from "lucide-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Afterwards } from "#ui/afterwards.tsx";
import { type Frame as FrameOfPage, PageFrame } from "#ui/page.tsx";
import { MentionInbox } from "#journey/web/comments/mention-inbox.tsx";
import { AlertInbox } from "#voice/web/index.ts";
import { AccountMenu, WorkspaceContext, WorkspaceSwitch, useWorkspaceOfAddress } from "#workspace/web/index.ts";
import { JourneyGlyph, Mark } from "./mark.tsx";
import classes from "./shell.module.css";

const places = [
  { key: "journeys", to: "/w/$workspaceId/journeys", icon: <JourneyGlyph /> },
  { key: "touchpoints", to: "/w/$workspaceId/touchpoints", icon: <MapPinned /> },
  { key: "voice", to: "/w/$workspaceId/voice", icon: <MessageCircle /> },
  { key: "measures", to: "/w/$workspaceId/measures", icon: <ChartNoAxesCombined /> },
  { key: "imports", to: "/w/$workspaceId/imports", icon: <Download /> },
  { key: "settings", to: "/w/$workspaceId/settings", icon: <Settings2 /> },
] as const;

/** Around every page, signed in or not: the way past the navigation. */
export function Frame() {
  const { t } = useTranslation("app");
  return (
    <>
      <a href="#main" className={classes["skip"]}>
        {t("skip")}
      </a>
      <Outlet />
    </>
  );
}

/** Around every screen of a workspace: the rail on the left (at the bottom on a phone) and what every page's bar carries. */
export function Shell() {
  const workspace = useWorkspaceOfAddress();
  const shown = useRef<{ address: string; isLater: boolean } | null>(null);
  const frame = useMemo<FrameOfPage>(() => ({ start: <WorkspaceSwitch />, end: <ShellEnd />, shown }), []);
  return (
    <WorkspaceContext value={workspace}>
      <div className={classes["shell"]}>
        <Rail workspaceId={workspace.id} />
        <PageFrame value={frame}>
          <Outlet />
        </PageFrame>
      </div>
    </WorkspaceContext>
  );
}

function ShellEnd() {
  return (
    <Afterwards>
      <AlertInbox />
      <MentionInbox />
      <AccountMenu />
    </Afterwards>
  );
}

function Rail({ workspaceId }: { workspaceId: string }) {
  const { t } = useTranslation("app");
  return (
    <nav className={classes["rail"]} aria-label={t("mainNavigation")}>
      <Link to="/w/$workspaceId/journeys" params={{ workspaceId }} className={classes["mark"]} aria-label="Parcours">
        <Mark />
      </Link>
      {places.map(({ key, to, icon }) => (
        <Link key={key} to={to} params={{ workspaceId }} className={classes["place"]}>
          {icon}
          <span>{t(`place.${key}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
