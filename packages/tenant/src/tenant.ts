import { getRequestListener } from "@hono/node-server";
import { checkSeed } from "./check-seed.js";
import type { TenantContext } from "./context.js";
import type { FaultRule, NewFaultRule } from "./faults/fault-rule.js";
import { createFaultSwitch } from "./faults/fault-switch.js";
import { createApplication } from "./http/application.js";
import { listen } from "./http/listen.js";
import { createRequestLog, type LoggedRequest } from "./http/request-log.js";
import { resolveSettings, type TenantOptions } from "./options.js";
import { createPasswordHashing } from "./policy/password-hashing.js";
import { createTurns } from "./policy/turns.js";
import { applySeed, type TenantSeed } from "./seed.js";
import { createClock, type Clock } from "./state/clock.js";
import { openDatabase } from "./state/database.js";
import { purgeExpired } from "./state/purge.js";
import { endSessions } from "./state/sessions.js";
import { newSecret } from "./tokens/secret.js";
import { loadSigningKeys } from "./tokens/signing-keys.js";

/** A tenant that listens, and the handles by which tests drive it. */
export interface RunningTenant {
  /** `http://localhost:PORT`. */
  readonly url: string;
  /** The same with a trailing slash, as in ID tokens. */
  readonly issuer: string;
  /** Differs from `requestedPort` if that one was taken. */
  readonly port: number;
  readonly requestedPort: number;
  /** For the header `X-Tenant-Token` of `/_tenant/*`; new at every start. */
  readonly adminToken: string;
  readonly faults: {
    add(rule: NewFaultRule): FaultRule;
    list(): FaultRule[];
    clear(): void;
  };
  /** The last requests, oldest first. */
  requests(): LoggedRequest[];
  clearRequests(): void;
  readonly clock: Clock;
  /** A new signing key; the JWKS keeps the one before it. */
  rotateKeys(): Promise<void>;
  /** Ends all sessions, or those of one e-mail address. */
  endSessions(email?: string): void;
  seed(seed: TenantSeed): Promise<void>;
  /** Destroys open connections too. */
  close(): Promise<void>;
}

const defaultPort = 4101;

/** Starts a local tenant on 127.0.0.1 and ::1. Refuses to run with NODE_ENV=production. */
export async function startTenant(options: TenantOptions = {}): Promise<RunningTenant> {
  if (process.env["NODE_ENV"] === "production") {
    throw new Error(
      "NODE_ENV is production. This tenant is for development and tests only and did not start: " +
        "use a real tenant in production.",
    );
  }
  const settings = resolveSettings(options);
  if (options.seed) checkSeed(options.seed);
  const requestedPort = options.port ?? defaultPort;
  const listening = await listen(requestedPort);
  try {
    const { context, shutDown } = await createContext(listening.port, settings, options);
    listening.answerWith(getRequestListener(createApplication(context).fetch));
    return runningTenant(context, requestedPort, async () => {
      shutDown();
      await listening.close();
      context.database.close();
    });
  } catch (error) {
    await listening.close();
    throw error;
  }
}

async function createContext(
  port: number,
  settings: TenantContext["settings"],
  options: TenantOptions,
): Promise<{ context: TenantContext; shutDown(): void }> {
  const database = openDatabase(options.database ?? ":memory:");
  const closing = new AbortController();
  try {
    const clock = createClock();
    purgeExpired(database, clock.now());
    const context: TenantContext = {
      port,
      url: `http://localhost:${port}`,
      issuer: `http://localhost:${port}/`,
      adminToken: newSecret(),
      settings,
      database,
      clock,
      keys: await loadSigningKeys(database),
      hashing: createPasswordHashing(settings.scryptCost),
      turns: createTurns(),
      faults: createFaultSwitch(),
      log: createRequestLog(),
      closing: closing.signal,
    };
    if (options.seed) await applySeed(context, options.seed);
    return { context, shutDown: () => closing.abort() };
  } catch (error) {
    database.close();
    throw error;
  }
}

function runningTenant(
  context: TenantContext,
  requestedPort: number,
  close: () => Promise<void>,
): RunningTenant {
  const { url, issuer, port, adminToken, faults, log, clock, keys } = context;
  return {
    url,
    issuer,
    port,
    requestedPort,
    adminToken,
    faults: { add: faults.add, list: faults.list, clear: faults.clear },
    requests: log.list,
    clearRequests: log.clear,
    clock,
    rotateKeys: keys.rotate,
    endSessions: (email) => endSessions(context, email),
    seed: (seed) => applySeed(context, seed),
    close,
  };
}
