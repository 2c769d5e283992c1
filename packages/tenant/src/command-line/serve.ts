import { writeFileSync } from "node:fs";
import { sampleSeed } from "../seed/sample-seed.js";
import { startTenant, type RunningTenant } from "../start-tenant.js";
import { greeting } from "./greeting.js";
import type { StartArguments } from "./read-arguments.js";
import { readSeedFile, watchSeedFile } from "./seed-file.js";

/** Starts a tenant that runs until the process is asked to end. */
export async function serve(wanted: StartArguments): Promise<void> {
  const { seedFile, certificateFile } = wanted;
  const seed =
    seedFile === undefined ? sampleSeed(wanted.appOrigins) : await readSeedFile(seedFile);
  const tenant = await startTenant({
    port: wanted.port,
    database: wanted.database,
    https: wanted.https,
    ticketBinding: wanted.laxTickets ? "lax" : "strict",
    legacyEndpoints: wanted.legacy,
    seed,
    ...(wanted.output === "log" && { log: print }),
  });
  if (certificateFile !== undefined && tenant.certificate !== undefined) {
    writeFileSync(certificateFile, tenant.certificate);
  }
  const unwatch = wanted.watch && seedFile !== undefined ? follow(tenant, seedFile) : () => {};
  const stop = () => {
    unwatch();
    void tenant.close();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  process.stdout.write(greeting(tenant, wanted, seed.users));
}

/** Applies the seed again whenever its file changes; a broken file is reported. */
function follow(tenant: RunningTenant, file: string): () => void {
  let last = Promise.resolve();
  return watchSeedFile(file, () => {
    last = last.then(() => reapply(tenant, file));
  });
}

async function reapply(tenant: RunningTenant, file: string): Promise<void> {
  try {
    await tenant.seed(await readSeedFile(file), { asStart: true });
    print(`--seed ${file}: applied again.`);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
