import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";
import { type LogLevel, logLevels } from "./log.ts";

/** Every setting of the server. Nothing else reads the environment. */
export interface Config {
  /** Absolute path of the folder that holds everything this installation knows. */
  dataDir: string;
  port: number;
  host: string;
  /** An own PostgreSQL (18 or newer) instead of the embedded one. */
  databaseUrl: string | undefined;
  /** An own ClickHouse instead of the embedded one. */
  clickhouseUrl: string | undefined;
  /** Name of the cluster behind `clickhouseUrl`, when its tables are sharded. */
  clickhouseCluster: string | undefined;
  /** Most memory the embedded ClickHouse may take, in MiB. */
  clickhouseMemoryMib: number;
  /** Where people reach the site, without a slash at the end. */
  publicUrl: string;
  /** The server that takes our letters and the address they come from; null: nothing is sent. */
  mail: { smtpUrl: string; from: string } | null;
  /** The provider that takes our text messages, with its account, and whom they come from; null: none are sent. */
  sms: { url: string; from: string } | null;
  /** Whether webhooks and other requests to addresses that somebody typed may go to private networks and this machine. */
  mayReachPrivate: boolean;
  /** Whether the first start brings the demo workspace. */
  demo: boolean;
  logLevel: LogLevel;
}

const url = (scheme: RegExp, example: string) => z.url({ protocol: scheme, error: `is not a URL like ${example}` });
const flag = z.enum(["0", "1"], { error: "is neither 0 nor 1" });
const whole = (low: number, high: number) => {
  const error = `is not a whole number from ${low} to ${high}`;
  return z.coerce.number({ error }).int({ error }).min(low, { error }).max(high, { error });
};

const schema = z
  .object({
    DATA_DIR: z.string().default("./data"),
    PORT: whole(0, 65_535).default(4280),
    HOST: z.string().default("127.0.0.1"),
    DATABASE_URL: url(/^postgres(ql)?$/, "postgres://user:password@host:5432/database").optional(),
    CLICKHOUSE_URL: url(/^https?$/, "http://user:password@host:8123/database").optional(),
    CLICKHOUSE_CLUSTER: z.string().optional(),
    CLICKHOUSE_MEMORY_MIB: whole(512, 1_048_576).default(2048),
    PUBLIC_URL: url(/^https?$/, "https://parcours.example.com").optional(),
    SMTP_URL: url(/^smtps?$/, "smtps://user:password@host:465").optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^\r\n]*[^\s@]@[^\s@]+$/, "is not an address like Parcours <cx@example.com>")
      .optional(),
    SMS_URL: url(
      /^https?$/,
      "https://account:token@api.twilio.com/2010-04-01/Accounts/account/Messages.json",
    ).optional(),
    SMS_FROM: z.string().max(40).optional(),
    OUTGOING_PRIVATE: flag.default("0"),
    DEMO: flag.default("1"),
    LOG_LEVEL: z.enum(logLevels, { error: `is not one of ${logLevels.join(", ")}` }).default("info"),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ["MAIL_FROM"],
    error: "is needed beside SMTP_URL: the address our letters come from, like Parcours <cx@example.com>",
  })
  .refine(({ SMS_URL, SMS_FROM }) => SMS_URL === undefined || SMS_FROM !== undefined, {
    path: ["SMS_FROM"],
    error: "is needed beside SMS_URL: the number or name our text messages come from",
  });

/**
 * Reads the settings from the environment; an empty variable counts as absent.
 * @throws AppError `config_invalid` naming every variable that is wrong, one issue each.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => {
      const path = issue.path.join(".");
      // A URL may carry a password.
      const value = path.endsWith("_URL") || given[path] === undefined ? "" : `=${given[path]}`;
      return { path, code: issue.code, message: `${path}${value} ${issue.message}` };
    });
    throw new AppError("config_invalid", issues.map((issue) => issue.message).join("; "), {
      remedy: "Correct the variable, or unset it to use its default.",
      issues,
    });
  }
  const settings = parsed.data;
  return {
    dataDir: resolve(settings.DATA_DIR),
    port: settings.PORT,
    host: settings.HOST,
    databaseUrl: settings.DATABASE_URL,
    clickhouseUrl: settings.CLICKHOUSE_URL,
    clickhouseCluster: settings.CLICKHOUSE_CLUSTER,
    clickhouseMemoryMib: settings.CLICKHOUSE_MEMORY_MIB,
    publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ""),
    mail: mailOf(settings),
    sms: smsOf(settings),
    mayReachPrivate: settings.OUTGOING_PRIVATE === "1",
    demo: settings.DEMO === "1",
    logLevel: settings.LOG_LEVEL,
  };
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: z.infer<typeof schema>): Config["mail"] {
  return smtpUrl === undefined || from === undefined ? null : { smtpUrl, from };
}

function smsOf({ SMS_URL: address, SMS_FROM: from }: z.infer<typeof schema>): Config["sms"] {
  return address === undefined || from === undefined ? null : { url: address, from };
}
