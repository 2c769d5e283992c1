import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { builtOnce } from "./builds.js";
import { serveFolder, type ServedFolder } from "./serve-folder.js";

const root = join(import.meta.dirname, "../../..");

/** The whole Storybook as it is published, served from a port of its own. */
export async function serveStorybook(): Promise<ServedFolder> {
  return serveFolder(await builtOnce("storybook", buildStorybook));
}

/** Where it is. */
export function originOf({ port }: ServedFolder): string {
  return `http://localhost:${port}`;
}

async function buildStorybook(folder: string): Promise<void> {
  const program = join(root, "node_modules/storybook/dist/bin/dispatcher.js");
  const args = ["build", "--quiet", "--loglevel", "warn", "-o", folder];
  const { VITE_AUTH0_DOMAIN: _, ...env } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...env, NODE_ENV: "production", STORYBOOK_DISABLE_TELEMETRY: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`Storybook's build ended with ${code}.`);
}
