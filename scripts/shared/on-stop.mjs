/**
 * Calls `stop` once, when this script is asked to end: Ctrl-C, a kill, a closed terminal, or the
 * end of the process that started it. Later requests change nothing: the first is being served.
 */
export function onStop(stop) {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    void stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, once);
  if (process.channel) {
    process.on("disconnect", once);
    // Listening holds the process open; only real work should.
    process.channel.unref();
  }
}
