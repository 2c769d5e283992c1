/**
 * Calls `stop` once, when this script is asked to end: Ctrl-C, a kill, a closed terminal, or the
 * end of the process that started it. Later requests change nothing: the first is being served.
 */
export function onStop(stop) {
  let stopping = false;
  const once = (signal) => {
    if (stopping) return;
    stopping = true;
    stop(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => once(signal));
  if (process.channel) {
    process.on("disconnect", () => once("SIGTERM"));
    // Listening holds the process open; only real work should.
    process.channel.unref();
  }
}
