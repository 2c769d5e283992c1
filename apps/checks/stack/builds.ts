import { existsSync, watch } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const variable = "PORTICO_CHECKS_BUILDS";

/** Among what git ignores, so that a run that was interrupted leaves nothing elsewhere. */
export async function temporaryFolder(): Promise<string> {
  const cache = join(root, "node_modules/.cache/portico");
  await mkdir(cache, { recursive: true });
  return mkdtemp(join(cache, "checks-"));
}

/** Makes the folder in which the workers of one run find each other's builds. Resolves with how to take it away. */
export default async function keepBuilds(): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  process.env[variable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** The folder that `build` fills, once in a run for each name. It is shared, so nobody may change what is in it. */
export async function builtOnce(
  name: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const builds = process.env[variable];
  if (!builds) throw new Error(`${variable} names no folder: run this by playwright.config.ts.`);
  const shared = join(builds, name);
  const turn = `${shared}.turn`;
  while (!existsSync(shared)) {
    if (!(await take(turn))) await untilGone(turn);
    else
      try {
        if (!existsSync(shared)) await buildInto(shared, build);
      } finally {
        await rm(turn, { recursive: true });
      }
  }
  return shared;
}

/** Whole or not at all: what has the final name is complete. */
async function buildInto(shared: string, build: (folder: string) => Promise<void>): Promise<void> {
  const folder = `${shared}.new`;
  await rm(folder, { recursive: true, force: true });
  await build(folder);
  await rename(folder, shared);
}

/** Only one can make a folder: whether it was us. */
function take(turn: string): Promise<boolean> {
  return mkdir(turn).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
      throw error;
    },
  );
}

function untilGone(turn: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const watcher = watch(dirname(turn), look).once("error", reject);
    look();

    function look(): void {
      if (existsSync(turn)) return;
      watcher.close();
      resolve();
    }
  });
}
