import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { Download, MapPinned, Settings2 } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { PageFrame } from "#ui/page.tsx";
import { AccountMenu, WorkspaceSwitch, useWorkspace } from "#workspace/web/index.ts";
import { JourneyGlyph, Mark } from "./mark.tsx";
import classes from "./shell.module.css";

const places = [
  { key: "journeys", to: "/w/$workspaceId/journeys", icon: <JourneyGlyph /> },
  { key: "touchpoints", to: "/w/$workspaceId/touchpoints", icon: <MapPinned /> },
  { key: "imports", to: "/w/$workspaceId/imports", icon: <Download /> },
  { key: "settings", to: "/w/$workspaceId/settings", icon: <Settings2 /> },
] as const;

/** Around every page, signed in or not: the way past the navigation, and focus that follows the address. */
export function Frame() {
  const { t } = useTranslation("app");
  useFocusOnArrival();
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
  const workspace = useWorkspace();
  const frame = useMemo<{ start: ReactNode; end: ReactNode }>(
    () => ({ start: <WorkspaceSwitch />, end: <AccountMenu /> }),
    [],
  );
  return (
    <div className={classes["shell"]}>
      <Rail workspaceId={workspace.id} />
      <PageFrame value={frame}>
        <Outlet />
      </PageFrame>
    </div>
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

/** A new page is read from its beginning: focus goes to its main part, but not at the first load. */
function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    document.getElementById("main")?.focus();
  }, [pathname]);
}
