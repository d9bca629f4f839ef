import type { Command } from "commander";
import { readConfig } from "#platform/config.ts";
import { standardErrorLog } from "../attach.ts";
import { startServer } from "../server.ts";

/** `parcours start`: serves until it is told to stop. */
export function addStart(program: Command): void {
  program
    .command("start")
    .description("run the product: the site, the API and, unless given by URL, both databases")
    .addHelpText(
      "after",
      `
Settings are environment variables: PORT (4280), HOST (127.0.0.1), DATA_DIR (./data), PUBLIC_URL, DATABASE_URL,
CLICKHOUSE_URL, CLICKHOUSE_CLUSTER, CLICKHOUSE_MEMORY_MIB, DEMO (1; 0 starts without the demo), LOG_LEVEL.

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
  const stopped = stopSignal();
  const server = await startServer(config, { log });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const lines =
    server.ownerLink === null
      ? [`Parcours is ready in ${seconds} s. Open ${server.url}`]
      : [`Parcours is ready in ${seconds} s. Open this link once to become its owner:`, "", `  ${server.ownerLink}`];
  process.stdout.write(`\n${lines.join("\n")}\n\nCtrl-C stops it.\n\n`);
  const signal = await stopped;
  log.info(`${signal}: stopping (once more to stop at once)`);
  await server.close();
  log.info("stopped");
}

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The first signal to stop; a second one ends the process as it stands. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      resolve(signal);
      for (const name of stopSignals) {
        process.off(name, stop);
        process.once(name, () => process.exit(1));
      }
    };
    for (const name of stopSignals) process.on(name, stop);
  });
}
