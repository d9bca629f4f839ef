// Loaded before the product when tools/parcours.mjs starts it: stop cleanly when that process is killed.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
