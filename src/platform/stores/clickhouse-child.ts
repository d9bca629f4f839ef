import { DataType, load, open } from "ffi-rs";

// Run as a program of its own: the ClickHouse inside the chdb library, which the npm binding can only query in process.
const [library, ...args] = process.argv.slice(2);
if (library === undefined) throw new Error("usage: clickhouse-child.ts <libchdb.so> <arguments of clickhouse local>…");

// The parent holds the other end of this channel, however it ends. The library's own exit path can crash: skip it.
const end = (): boolean => process.kill(process.pid, "SIGKILL");
process.once("disconnect", end);
if (!process.connected) end();

open({ library: "chdb", path: library });
await load({
  library: "chdb",
  funcName: "chdb_query_cmdline",
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [args.length, args],
  // Off the main thread, which listens for the parent.
  runInNewThread: true,
});
process.exitCode = 1;
process.disconnect();
