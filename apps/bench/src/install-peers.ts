import { exec, spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { promisify } from "node:util";
import { absentPeers, peersFolder } from "./contestants.js";

// npm and npx are .cmd files on Windows, which only a shell can start.
const shell = process.platform === "win32";

/**
 * Installs the other kits if one of them is missing. Resolves with whether all of them are there: without them the
 * bench has less to compare with, but goes on.
 */
export async function installPeers(pnpmVersion: string): Promise<boolean> {
  if (absentPeers().length === 0) return true;
  const env = await environment();
  return new Promise((resolve) => {
    const child = start(["npx", "--yes", `pnpm@${pnpmVersion}`, "install", "--frozen-lockfile"], {
      cwd: peersFolder,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("error", ({ message }) => {
      process.stderr.write(`The other kits could not be installed: ${message}\n`);
      resolve(false);
    });
    child.once("exit", (code) => resolve(code === 0));
  });
}

function start([command = "", ...words]: readonly string[], options: SpawnOptions): ChildProcess {
  if (shell) return spawn([command, ...words].join(" "), { ...options, shell });
  return spawn(command, words, options);
}

/** pnpm does not read npm's own setting of the registry, so it is passed on under pnpm's name. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  if (process.env["pnpm_config_registry"] ?? process.env["PNPM_CONFIG_REGISTRY"])
    return process.env;
  try {
    const { stdout } = await promisify(exec)("npm config get registry");
    return { ...process.env, PNPM_CONFIG_REGISTRY: stdout.trim() };
  } catch {
    // pnpm then takes its own default, which is the public one.
    return process.env;
  }
}
