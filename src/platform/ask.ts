import { ClickHouseError, type ClickHouseClient } from "@clickhouse/client";
import { AppError } from "./errors.ts";

const mostSeconds = 30;
/** TIMEOUT_EXCEEDED and MEMORY_LIMIT_EXCEEDED: the store is well, the question was too large. */
const tooLarge = new Set(["159", "241"]);

/** Rows of one statement; `@throws` too_large when it would take over 30 s or more memory than the store allows. */
export async function ask<Row>(
  clickhouse: ClickHouseClient,
  query: string,
  params: Record<string, unknown>,
): Promise<Row[]> {
  try {
    const result = await clickhouse.query({
      query,
      query_params: params,
      format: "JSONEachRow",
      clickhouse_settings: { max_execution_time: mostSeconds, output_format_json_quote_64bit_integers: 0 },
    });
    return await result.json<Row>();
  } catch (error) {
    if (!(error instanceof ClickHouseError) || !tooLarge.has(error.code)) throw error;
    throw new AppError("too_large", "There is too much to count at once.", {
      remedy: "Ask for a shorter period, or filter.",
      cause: error,
    });
  }
}
