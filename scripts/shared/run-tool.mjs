import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const running = new Set();

// A group of its own is stopped as a whole, with all that a tool has started in turn.
const inGroups = process.platform !== "win32";

/** Runs an installed package's command in a child and resolves with its exit code. */
export function runTool(packageName, args, { cwd = root, env = {} } = {}) {
  return runNode([commandOf(packageName), ...args], { cwd, env });
}

/** Runs Node in a child and resolves with its exit code; a child ended by a signal counts as 1. */
export function runNode(args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
      detached: inGroups,
    });
    running.add(child);
    child.once("error", reject);
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/**
 * Ends every child that still runs, as Ctrl-C would: test runners take their browsers and servers
 * down after that signal only. What has not ended after five seconds is killed.
 */
export async function stopTools() {
  const children = [...running];
  const ended = children.map((child) => new Promise((resolve) => child.once("exit", resolve)));
  for (const child of children) send(child, "SIGINT");
  const late = setTimeout(() => children.forEach((child) => send(child, "SIGKILL")), 5000);
  await Promise.all(ended);
  clearTimeout(late);
}

function send(child, signal) {
  if (!inGroups) return child.kill(signal);
  try {
    return process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
    return false;
  }
}

/** The file behind the command, so that it needs no shell and no .cmd on Windows. */
function commandOf(packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : Object.values(bin)[0]);
}
