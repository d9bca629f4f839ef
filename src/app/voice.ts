import { createCustomers } from "#activity/index.ts";
import { recentChanges, wilson } from "#insight/index.ts";
import { announceAt, type JourneyEditor } from "#journey/index.ts";
import type { Routes } from "#platform/http/handler.ts";
import { createMail } from "#platform/mail.ts";
import { createOutgoing } from "#platform/outgoing.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import { createSms } from "#platform/sms.ts";
import {
  alertsFrom,
  createCommentReader,
  createCommentThread,
  createCrowd,
  createKeeper,
  createOpenSurveys,
  createSenders,
  deleteExpired,
  escalateLate,
  keepConsents,
  recordingFiles,
  registerVoiceRoutes,
  startAsker,
  startComments,
  startDeliveries,
  startFollowUp,
  startLetters,
  startTellingReviews,
  startTriggers,
  watchOverTime,
  type WatchDeps,
} from "#voice/index.ts";
import type { ProductDeps } from "./product.ts";

interface VoiceDeps extends ProductDeps {
  editor: JourneyEditor;
  processId: string;
  /** Moves the events of answers to where they are counted. */
  inbox: Pick<Rounds, "wake">;
}

const minute = 60_000;
const hour = 3_600_000;

/** What asks, receives and follows up: its routes, and the workers behind them, to be closed in this order. */
export function startVoice(
  { config, stores, log, now, newId, editor, processId, inbox }: VoiceDeps,
  routes: Routes,
): readonly Pick<Rounds, "close">[] {
  const { db, pool, clickhouse } = stores;
  const { publicUrl } = config;
  const mail = createMail(config);
  const reader = createCommentReader({ db });
  const raising: Pick<WatchDeps, "now" | "canMail" | "onRaised"> = {
    now,
    canMail: mail !== null,
    onRaised: (transaction, at) => announceAt(transaction, processId, "alerts", at),
  };
  const followUp = startFollowUp({ db, now }, log, { alerts: alertsFrom({ reader, ...raising }) });
  const lately: Pick<WatchDeps, "recentChanges"> = {
    recentChanges: (...asked) => recentChanges({ db, clickhouse, now }, ...asked),
  };
  const deliveries = startDeliveries({ db, now, publicUrl, outgoing: createOutgoing(config), mail }, log);
  const senders = createSenders({ mail, sms: createSms(config) });
  const asker = startAsker({ db, now, publicUrl, senders }, log);
  const customers = createCustomers(stores);
  const triggers = startTriggers({ db, now, senders, customers, onInvited: () => asker.wake() }, log);
  const letters = startLetters({ db, now, publicUrl, mail }, log);
  const comments = { db, clickhouse, now, thread: createCommentThread() };
  const reviews = startTellingReviews({ db, clickhouse }, log);
  const interviews = { db, editor, now, newId, recordings: recordingFiles(config.dataDir) };
  registerVoiceRoutes(routes, {
    ...interviews,
    ...lately,
    clickhouse,
    comments,
    senders,
    customers,
    publicUrl,
    reader,
    crowd: createCrowd(now),
    surveys: createOpenSurveys(db),
    keep: createKeeper(pool),
    canMail: mail !== null,
    shareInterval: wilson,
    onAccepted: () => {
      inbox.wake();
      followUp.wake();
    },
    onInvited: () => asker.wake(),
    onReviews: () => reviews.wake(),
    onWithdrawn: (transaction, at) => announceAt(transaction, processId, "measures", at),
    onDue: () => deliveries.wake(),
    onLetter: () => letters.wake(),
  });
  return [
    followUp,
    deliveries,
    triggers,
    asker,
    letters,
    reviews,
    startComments(comments, log),
    startRounds(minute, log, "late cases cannot be escalated now", () =>
      escalateLate({ db, mail, log, now, publicUrl }),
    ),
    startRounds(10 * minute, log, "what alert rules watch cannot be looked at now", () =>
      watchOverTime({ db, clickhouse, log, ...raising, ...lately }),
    ),
    startRounds(hour, log, "old answers cannot be deleted now", () => deleteExpired({ db, clickhouse, now })),
    startRounds(hour, log, "consents that are over cannot be kept now", () => keepConsents(interviews, log)),
    { close: async () => mail?.close() },
  ];
}
