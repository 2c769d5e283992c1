import { spawn } from "node:child_process";
import { once } from "node:events";

/** Starts an X server without a screen, on a display that it chooses itself: its name, and how to end it. */
export async function startDisplay() {
  const args = ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
  const server = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const started = once(server.stdio[3], "data").then(([text]) => `:${String(text).trim()}`);
  const ended = once(server, "exit").then(() => {
    throw new Error("Xvfb ended before it had a display.");
  });
  // The end that we bring about ourselves is no failure.
  ended.catch(() => {});
  return { name: await Promise.race([started, ended]), close: () => server.kill() };
}
