import { once } from "node:events";
import type { Command } from "commander";
import { readConfig } from "#platform/config.ts";
import type { RunningServer } from "../server.ts";
import { standardErrorLog } from "../standard-error-log.ts";

/** `parcours start`: serves until it is told to stop. */
export function addStart(program: Command): void {
  program
    .command("start")
    .description("run the product: the site, the API and, unless given by URL, both databases")
    .addHelpText(
      "after",
      `
Settings are environment variables: PORT (4280), HOST (127.0.0.1), DATA_DIR (./data), PUBLIC_URL, DATABASE_URL,
CLICKHOUSE_URL, CLICKHOUSE_CLUSTER, CLICKHOUSE_MEMORY_MIB, SMTP_URL and MAIL_FROM (letters), SMS_URL and SMS_FROM (text
messages), OUTGOING_PRIVATE (0; 1 lets webhooks reach private networks), DEMO (1; 0 starts without the demo), LOG_LEVEL.

Examples:
  parcours start
  PORT=8080 DATA_DIR=/var/lib/parcours parcours start`,
    )
    .action(start);
}

async function start(): Promise<void> {
  const begin = performance.now();
  const config = readConfig(process.env);
  const log = standardErrorLog(config.logLevel);
  const signal = stopSignal((name) => log.info(`${name}: stopping (once more to stop at once)`));
  try {
    const { startServer } = await import("../server.ts");
    const server = await startServer(config, { log, signal });
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    process.stdout.write(welcome(server, seconds));
    if (!signal.aborted) await once(signal, "abort");
    await server.close();
  } catch (error) {
    if (error !== signal.reason) throw error;
  }
  log.info("stopped");
}

function welcome({ url, ownerLink }: RunningServer, seconds: string): string {
  const open = ownerLink === null ? `Open ${url}` : `Open this link once to become its owner:\n\n  ${ownerLink}`;
  return `\nParcours is ready in ${seconds} s. ${open}\n\nCtrl-C stops it.\n\n`;
}

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Aborted by the first signal to stop; a second one ends the process as it stands. */
function stopSignal(tell: (name: NodeJS.Signals) => void): AbortSignal {
  const stop = new AbortController();
  const first = (name: NodeJS.Signals) => {
    for (const each of stopSignals) process.off(each, first).once(each, () => process.exit(1));
    tell(name);
    stop.abort();
  };
  for (const each of stopSignals) process.on(each, first);
  return stop.signal;
}
