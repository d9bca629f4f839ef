import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { z } from "zod";
import { stateQuery, summaryQuery } from "#journey/web/queries.ts";
import { startWays } from "#journey/web/templates/start-search.ts";
import { Loading } from "#ui/loading.tsx";
import { shownStates } from "#voice/cases/model.ts";
import { commentLanguages, commentSources, disagreements, polarities, signalKinds } from "#voice/comments/model.ts";
import { promoterViews } from "#voice/promoters/model.ts";
import { reviewSources } from "#voice/reviews/model.ts";
import { suspiciousStates } from "#voice/suspicious/model.ts";
import { highlightKinds, interviewViews } from "#voice/interviews/model.ts";
import { homeWorkspace, rememberWorkspace, sessionQuery } from "#workspace/web/index.ts";
import { BrokenScreen, MissingScreen } from "./broken.tsx";
import { type AppContext, requireSession } from "./require-session.ts";
import { search } from "./search.ts";
import { Frame, Shell } from "./shell.tsx";

const root = createRootRouteWithContext<AppContext>()({ component: Frame, notFoundComponent: MissingScreen });
const under = { getParentRoute: () => root };

const home = createRoute({
  ...under,
  path: "/",
  beforeLoad: async ({ context }) => {
    const workspaceId = homeWorkspace(await requireSession(context, "/"));
    if (workspaceId !== undefined) throw redirect({ to: "/w/$workspaceId/journeys", params: { workspaceId } });
  },
  component: lazyRouteComponent(() => import("#workspace/web/no-workspace-screen.tsx"), "NoWorkspaceScreen"),
});
const token = search(() => z.object({ token: z.string().catch("") }));
const setup = createRoute({
  ...under,
  path: "/setup",
  validateSearch: token,
  component: lazyRouteComponent(() => import("#workspace/web/setup-screen.tsx"), "SetupScreen"),
});
const invitation = createRoute({
  ...under,
  path: "/invitation",
  validateSearch: token,
  component: lazyRouteComponent(() => import("#workspace/web/invitation-screen.tsx"), "InvitationScreen"),
});
const signIn = createRoute({
  ...under,
  path: "/sign-in",
  validateSearch: search(() => z.object({ next: z.string().optional().catch(undefined) })),
  component: lazyRouteComponent(() => import("#workspace/web/sign-in-screen.tsx"), "SignInScreen"),
});

const shared = createRoute({
  ...under,
  path: "/share/$token",
  component: lazyRouteComponent(() => import("#journey/web/sharing/shared-screen.tsx"), "SharedScreen"),
});

const workspace = createRoute({
  ...under,
  path: "/w/$workspaceId",
  beforeLoad: async ({ context, params, location }) => {
    const session = await requireSession(context, location.href);
    if (!session.workspaces.some(({ id }) => id === params.workspaceId)) throw notFound();
    rememberWorkspace(params.workspaceId);
  },
  component: Shell,
});
const inside = { getParentRoute: () => workspace };

const start = createRoute({
  ...inside,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/w/$workspaceId/journeys", params });
  },
});
const journeys = createRoute({
  ...inside,
  path: "/journeys",
  /** How the atlas is narrowed, sorted and laid out. */
  validateSearch: search(() =>
    z.object({
      words: z.coerce.string().optional().catch(undefined),
      kind: z.string().optional().catch(undefined),
      state: z.string().optional().catch(undefined),
      ownerId: z.string().optional().catch(undefined),
      tag: z.coerce.string().optional().catch(undefined),
      personaId: z.string().optional().catch(undefined),
      freshness: z.string().optional().catch(undefined),
      layout: z.string().optional().catch(undefined),
      order: z.string().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#journey/web/atlas/atlas-screen.tsx"), "JourneysScreen"),
});
const newJourney = createRoute({
  ...inside,
  path: "/journeys/new",
  validateSearch: search(() =>
    z.object({
      way: z.enum(startWays).optional().catch(undefined),
      parent: z.uuid().optional().catch(undefined),
      step: z.string().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#journey/web/templates/new-journey-screen.tsx"), "NewJourneyScreen"),
});
const journey = createRoute({
  ...inside,
  path: "/journeys/$journeyId",
  /** The view of the map, so that a link shows the same figures to whoever opens it. */
  validateSearch: search(() =>
    z.object({
      from: z.iso.date().optional().catch(undefined),
      to: z.iso.date().optional().catch(undefined),
      splitBy: z.string().optional().catch(undefined),
      filter: z.array(z.string()).optional().catch(undefined),
      touchpoint: z.string().optional().catch(undefined),
      view: z.string().optional().catch(undefined),
      panel: z.string().optional().catch(undefined),
      item: z.string().optional().catch(undefined),
      persona: z.string().optional().catch(undefined),
      orientation: z.string().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#journey/web/journey-screen.tsx"), "JourneyScreen"),
});
const compare = createRoute({
  ...inside,
  path: "/journeys/$journeyId/compare",
  validateSearch: search(() =>
    z.object({
      before: z.string().optional().catch(undefined),
      after: z.string().optional().catch(undefined),
      as: z.enum(["list", "side", "drawn"]).optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#journey/web/versions/compare-screen.tsx"), "CompareScreen"),
});
const touchpoints = createRoute({
  ...inside,
  path: "/touchpoints",
  component: lazyRouteComponent(() => import("#touchpoint/web/index.ts"), "LibraryScreen"),
});
const voice = createRoute({
  ...inside,
  path: "/voice",
  /** The survey that is open. */
  validateSearch: search(() => z.object({ survey: z.uuid().optional().catch(undefined) })),
  component: lazyRouteComponent(() => import("#voice/web/surveys-screen.tsx"), "SurveysScreen"),
});
const invitations = createRoute({
  ...inside,
  path: "/voice/invitations",
  /** The survey whose invitations are open. */
  validateSearch: search(() => z.object({ survey: z.uuid().optional().catch(undefined) })),
  component: lazyRouteComponent(() => import("#voice/web/asking/invitations-screen.tsx"), "InvitationsScreen"),
});
const alerts = createRoute({
  ...inside,
  path: "/voice/alerts",
  validateSearch: search(() =>
    z.object({
      view: z.enum(["alerts", "rules", "webhooks"]).optional().catch(undefined),
      /** The alert that a bell led to. */
      alert: z.uuid().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#voice/web/alerts/alerts-screen.tsx"), "AlertsScreen"),
});
const suspicious = createRoute({
  ...inside,
  path: "/voice/suspicious",
  /** Which answers are shown, and of which survey. */
  validateSearch: search(() =>
    z.object({
      state: z.enum(suspiciousStates).optional().catch(undefined),
      survey: z.uuid().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#voice/web/suspicious/suspicious-screen.tsx"), "SuspiciousScreen"),
});
const promoters = createRoute({
  ...inside,
  path: "/voice/promoters",
  /** Who is listed. */
  validateSearch: search(() => z.object({ view: z.enum(promoterViews).optional().catch(undefined) })),
  component: lazyRouteComponent(() => import("#voice/web/promoters/promoters-screen.tsx"), "PromotersScreen"),
});
const cases = createRoute({
  ...inside,
  path: "/voice/cases",
  /** The case that is open, and how the cases are narrowed. */
  validateSearch: search(() =>
    z.object({
      case: z.uuid().optional().catch(undefined),
      state: z.enum(shownStates).optional().catch(undefined),
      who: z.string().optional().catch(undefined),
      late: z.boolean().optional().catch(undefined),
      touchpoint: z.uuid().optional().catch(undefined),
      cause: z.uuid().optional().catch(undefined),
      card: z.string().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#voice/web/cases/cases-screen.tsx"), "CasesScreen"),
});
const interviews = createRoute({
  ...inside,
  path: "/voice/interviews",
  /** What is looked at, and how the highlights are narrowed. */
  validateSearch: search(() =>
    z.object({
      view: z.enum(interviewViews).optional().catch(undefined),
      kind: z.enum(highlightKinds).optional().catch(undefined),
      tag: z.coerce.string().optional().catch(undefined),
      persona: z.uuid().optional().catch(undefined),
      journey: z.uuid().optional().catch(undefined),
      step: z.coerce.string().optional().catch(undefined),
      card: z.coerce.string().optional().catch(undefined),
      words: z.coerce.string().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#voice/web/interviews/interviews-screen.tsx"), "InterviewsScreen"),
});
const interview = createRoute({
  ...inside,
  path: "/voice/interviews/$interviewId",
  /** The highlight that is shown. */
  validateSearch: search(() => z.object({ highlight: z.uuid().optional().catch(undefined) })),
  component: lazyRouteComponent(() => import("#voice/web/interviews/interview-screen.tsx"), "InterviewScreen"),
});
const guide = createRoute({
  ...inside,
  path: "/voice/interviews/guides/$guideId",
  component: lazyRouteComponent(() => import("#voice/web/interviews/guide-screen.tsx"), "GuideScreen"),
});
const verbatims = createRoute({
  ...inside,
  path: "/voice/comments",
  /** What the comments are narrowed to, so that a link shows the same ones. */
  validateSearch: search(() =>
    z.object({
      from: z.iso.date().optional().catch(undefined),
      to: z.iso.date().optional().catch(undefined),
      touchpoint: z.coerce.string().optional().catch(undefined),
      source: z.enum(commentSources).optional().catch(undefined),
      topic: z.coerce.string().optional().catch(undefined),
      polarity: z.enum(polarities).optional().catch(undefined),
      disagreement: z
        .enum(["any", ...disagreements])
        .optional()
        .catch(undefined),
      signal: z.enum(signalKinds).optional().catch(undefined),
      language: z.enum(commentLanguages).optional().catch(undefined),
      words: z.coerce.string().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#voice/web/verbatims/verbatims-screen.tsx"), "VerbatimsScreen"),
});
const reviews = createRoute({
  ...inside,
  path: "/voice/reviews",
  /** What the reviews are narrowed to. */
  validateSearch: search(() =>
    z.object({
      view: z.enum(["reviews", "decide", "display"]).optional().catch(undefined),
      source: z.enum(reviewSources).optional().catch(undefined),
      rating: z.number().int().min(1).max(5).optional().catch(undefined),
      touchpoint: z
        .union([z.uuid(), z.literal("none")])
        .optional()
        .catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#voice/web/reviews/reviews-screen.tsx"), "ReviewsScreen"),
});
const measures = createRoute({
  ...inside,
  path: "/measures",
  /** What is looked at and how, so that a link shows the same figures to whoever opens it. */
  validateSearch: search(() =>
    z.object({
      journey: z.uuid().optional().catch(undefined),
      from: z.iso.date().optional().catch(undefined),
      to: z.iso.date().optional().catch(undefined),
      splitBy: z.string().optional().catch(undefined),
      filter: z.array(z.string()).optional().catch(undefined),
      table: z.array(z.string()).optional().catch(undefined),
      open: z.string().optional().catch(undefined),
      target: z.string().optional().catch(undefined),
    }),
  ),
  component: lazyRouteComponent(() => import("#insight/web/dashboard/measures-screen.tsx"), "MeasuresScreen"),
});
const caseSettings = createRoute({
  ...inside,
  path: "/voice/cases/settings",
  component: lazyRouteComponent(() => import("#voice/web/cases/case-settings-screen.tsx"), "CaseSettingsScreen"),
});
const imports = createRoute({
  ...inside,
  path: "/imports",
  component: lazyRouteComponent(() => import("#activity/web/index.ts"), "ImportsScreen"),
});
const newImport = createRoute({
  ...inside,
  path: "/imports/new",
  component: lazyRouteComponent(() => import("#activity/web/index.ts"), "NewImportScreen"),
});
const oneImport = createRoute({
  ...inside,
  path: "/imports/$importId",
  component: lazyRouteComponent(() => import("#activity/web/index.ts"), "ImportScreen"),
});
const settings = createRoute({
  ...inside,
  path: "/settings",
  component: lazyRouteComponent(() => import("#workspace/web/settings-screen.tsx"), "SettingsScreen"),
});

const tree = root.addChildren([
  home,
  setup,
  invitation,
  signIn,
  shared,
  workspace.addChildren([
    start,
    journeys,
    newJourney,
    journey,
    compare,
    touchpoints,
    voice,
    verbatims,
    reviews,
    cases,
    caseSettings,
    interviews,
    interview,
    guide,
    invitations,
    alerts,
    suspicious,
    promoters,
    measures,
    imports,
    newImport,
    oneImport,
    settings,
  ]),
]);

export function createAppRouter(context: AppContext) {
  return createRouter({
    routeTree: tree,
    context,
    defaultPreload: "intent",
    defaultPendingMs: 300,
    defaultPendingComponent: () => <Loading />,
    defaultErrorComponent: BrokenScreen,
    defaultNotFoundComponent: MissingScreen,
    scrollRestoration: true,
  });
}

/** Asks at once, not one after the other, for who is signed in, the code of the screen of the address, and its map. */
export function loadAhead(router: ReturnType<typeof createAppRouter>): void {
  const { queryClient } = router.options.context;
  const routes: Record<string, AnyRoute> = router.routesById;
  for (const { routeId, params } of router.matchRoutes(router.latestLocation)) {
    if (routeId === workspace.id) void queryClient.prefetchQuery(sessionQuery);
    if (routeId === journey.id) {
      void queryClient.prefetchQuery(stateQuery(params.journeyId));
      void queryClient.prefetchQuery(summaryQuery(params.journeyId));
    }
    const route = routes[routeId];
    if (route !== undefined) void router.loadRouteChunk(route);
  }
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
