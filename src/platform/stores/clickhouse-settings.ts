import { createHash } from "node:crypto";

/** What the generated settings of an embedded ClickHouse depend on. */
export interface ClickhouseSettings {
  usersFile: string;
  user: string;
  password: string;
  memoryMib: number;
}

const mib = 1024 * 1024;

/**
 * The server's settings. The library's own session needs a `default` user without a password, who could be used over
 * HTTP as well; so only requests that carry the application's credentials find a handler at all.
 */
export function serverXml({ usersFile, user, password, memoryMib }: ClickhouseSettings): string {
  const credentials = Buffer.from(`${user}:${password}`).toString("base64");
  return `<clickhouse>
  <users_config>${escape(usersFile)}</users_config>
  <max_server_memory_usage>${memoryMib * mib}</max_server_memory_usage>
  <mark_cache_size>${Math.floor(memoryMib / 16) * mib}</mark_cache_size>
  <http_handlers>
    <rule>
      <headers><Authorization>Basic ${credentials}</Authorization></headers>
      <handler><type>dynamic_query_handler</type></handler>
    </rule>
    <rule>
      <url>/ping</url>
      <handler><type>static</type><status>200</status><response_content>Ok.\n</response_content></handler>
    </rule>
  </http_handlers>
</clickhouse>
`;
}

/** The application may do everything in databases of its own name and nothing with files, URLs or other servers. */
export function usersXml({ user, password, memoryMib }: ClickhouseSettings): string {
  const hash = createHash("sha256").update(password).digest("hex");
  const rights =
    "SHOW, SELECT, INSERT, ALTER, CREATE DATABASE, CREATE TABLE, CREATE VIEW, CREATE DICTIONARY, DROP, TRUNCATE, OPTIMIZE";
  const engines = [
    "MergeTree",
    "ReplacingMergeTree",
    "SummingMergeTree",
    "AggregatingMergeTree",
    "Distributed",
    "Memory",
    "Null",
  ];
  const grants = [
    `${rights} ON ${user}*.*`,
    engines.map((engine) => `TABLE ENGINE ON ${engine}`).join(", "),
    "SELECT ON system.*",
    "KILL QUERY ON *.*",
  ];
  return `<clickhouse>
  <profiles>
    <default/>
    <application>
      <max_memory_usage>${Math.floor(memoryMib / 2) * mib}</max_memory_usage>
      <max_threads_min_free_memory_per_thread>0</max_threads_min_free_memory_per_thread>
    </application>
  </profiles>
  <quotas><default/></quotas>
  <users>
    <default>
      <password></password>
      <networks><ip>::1</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
      <grants><query>GRANT SYSTEM LISTEN ON *.*</query></grants>
    </default>
    <${user}>
      <password_sha256_hex>${hash}</password_sha256_hex>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>application</profile>
      <quota>default</quota>
      <grants>${grants.map((grant) => `<query>GRANT ${grant}</query>`).join("")}</grants>
    </${user}>
  </users>
</clickhouse>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
