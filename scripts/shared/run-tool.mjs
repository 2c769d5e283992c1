import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const running = new Set();

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
    });
    running.add(child);
    child.once("error", reject);
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Passes a signal on to every child that still runs and resolves when they have ended. */
export async function stopTools(signal) {
  const ended = [...running].map((child) => new Promise((resolve) => child.once("exit", resolve)));
  for (const child of running) child.kill(signal);
  await Promise.all(ended);
}

/** The file behind the command, so that it needs no shell and no .cmd on Windows. */
function commandOf(packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : Object.values(bin)[0]);
}
