import { EventEmitter, setMaxListeners } from "node:events";
import type { TenantContext } from "./context.js";
import { createFaultSwitch } from "./faults/fault-switch.js";
import { loadCertificate, type Certificate } from "./http/certificate.js";
import { createRequestLog } from "./http/request-log.js";
import { resolveSettings, type Settings, type TenantOptions } from "./options.js";
import { createPasswordHashing } from "./policy/password-hashing.js";
import { createTurns } from "./policy/turns.js";
import { applySeed } from "./seed/apply-seed.js";
import { checkSeed } from "./seed/check-seed.js";
import type { TenantSeed } from "./seed/seed.js";
import { createClock } from "./state/clock.js";
import { openDatabase, type Database } from "./state/database.js";
import { keepPurged } from "./state/purge.js";
import { newSecret } from "./tokens/secret.js";
import { loadSigningKeys, type SigningKeys } from "./tokens/signing-keys.js";

/** A tenant that does not know its address yet. */
export interface OpenedTenant {
  readonly settings: Settings;
  readonly seed: TenantSeed | undefined;
  readonly database: Database;
  readonly keys: SigningKeys;
  /** Only with the option `https`. */
  readonly certificate: Certificate | undefined;
}

/** Opens the database with its keys. Throws for options and seeds that cannot work. */
export async function openTenant(options: TenantOptions): Promise<OpenedTenant> {
  refuseProduction();
  const settings = resolveSettings(options);
  if (options.seed) checkSeed(options.seed);
  const database = openDatabase(options.database ?? ":memory:");
  try {
    const certificate = options.https ? await loadCertificate(database) : undefined;
    const keys = loadSigningKeys(database);
    return { settings, seed: options.seed, database, keys, certificate };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Gives the tenant its address, an origin, and applies its seed. `shutDown` ends what waits. */
export async function placeTenant(
  { seed, ...opened }: OpenedTenant,
  url: string,
): Promise<{ context: TenantContext; shutDown(): void }> {
  const closing = new AbortController();
  const context: TenantContext = {
    url,
    port: portOf(new URL(url)),
    issuer: `${url}/`,
    adminToken: newSecret(),
    settings: opened.settings,
    startSeed: seed,
    database: opened.database,
    clock: createClock(),
    keys: opened.keys,
    hashing: createPasswordHashing(opened.settings.scryptCost),
    turns: createTurns(),
    faults: createFaultSwitch(),
    log: createRequestLog(),
    arrivals: createArrivals(),
    closing: closing.signal,
  };
  // Every request that waits listens to it.
  setMaxListeners(0, closing.signal);
  if (seed) await applySeed(context, seed);
  keepPurged(context);
  return { context, shutDown: () => closing.abort() };
}

function refuseProduction(): void {
  if (process.env["NODE_ENV"] !== "production") return;
  throw new Error(
    "NODE_ENV is production. This tenant is for development and tests only and did not start: " +
      "use a real tenant in production.",
  );
}

function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

/** Any number of callers may wait for a message. */
function createArrivals(): TenantContext["arrivals"] {
  const arrivals: TenantContext["arrivals"] = new EventEmitter();
  return arrivals.setMaxListeners(0);
}
