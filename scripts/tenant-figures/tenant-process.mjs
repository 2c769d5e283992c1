import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { cache, root } from "../shared/root.mjs";

export const bin = join(root, "packages/tenant/dist/bin.js");

/** For databases and seeds of a run. */
export const folder = join(cache, "tenant-figures");

const running = new Set();

/** Starts the built tenant; `stop` ends it as Ctrl-C would, `kill` as a power switch would. */
export async function startTenant(...options) {
  const child = spawn(process.execPath, [bin, "--port", "0", ...options], {
    env: { ...process.env, NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  const exited = once(child, "exit").then(() => running.delete(child));
  let token;
  for await (const line of createInterface({ input: child.stdout })) {
    token ??= /^X-Tenant-Token for \S+: (\S+)$/.exec(line)?.[1];
    const url = /ready at (\S+)$/.exec(line)?.[1];
    if (url) return { url, token, pid: child.pid, ...endings(child, exited) };
  }
  throw new Error("The tenant ended before it was ready.");
}

export function killTenants() {
  for (const child of running) child.kill("SIGKILL");
}

function endings(child, exited) {
  const end = (signal) => async () => {
    child.kill(signal);
    await exited;
  };
  return { stop: end("SIGTERM"), kill: end("SIGKILL") };
}
