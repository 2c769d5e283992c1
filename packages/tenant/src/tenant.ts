import type { TenantContext } from "./context.js";
import type { FaultRule, NewFaultRule } from "./faults/fault-rule.js";
import { createApplication } from "./http/application.js";
import { fetchWithoutSocket } from "./http/fetch-without-socket.js";
import type { LoggedRequest } from "./http/request-log.js";
import { openTenant, placeTenant, type OpenedTenant } from "./open-tenant.js";
import type { TenantOptions } from "./options.js";
import { applySeed } from "./seed/apply-seed.js";
import { resetTenant } from "./seed/reset-tenant.js";
import type { TenantSeed } from "./seed/seed.js";
import type { Clock } from "./state/clock.js";
import { createInbox, type Inbox } from "./state/inbox.js";
import { endSessions } from "./state/sessions.js";
import {
  changeUser,
  readState,
  type StateUserChanges,
  type TenantState,
} from "./state/tenant-state.js";

/** A tenant, and the handles by which tests drive it. */
export interface Tenant {
  /** `http://localhost:PORT`. */
  readonly url: string;
  /** The same with a trailing slash, as in ID tokens. */
  readonly issuer: string;
  /** For the header `X-Tenant-Token` of `/_tenant/*`; new at every start. */
  readonly adminToken: string;
  /** Answers a request to `url` without a socket. Follows no redirect, keeps no cookie. */
  fetch(request: Request): Promise<Response>;
  readonly faults: {
    add(rule: NewFaultRule): FaultRule;
    list(): FaultRule[];
    /** False if there is no such rule. */
    remove(id: string): boolean;
    clear(): void;
  };
  /** The last requests, oldest first. */
  requests(): LoggedRequest[];
  clearRequests(): void;
  readonly clock: Clock;
  /** The mails, texts and pushes that were sent. */
  readonly inbox: Inbox;
  /** A new signing key; the JWKS keeps the one before it. */
  rotateKeys(): Promise<void>;
  /** Ends all sessions, or those of one e-mail address. */
  endSessions(email?: string): void;
  /** How many rows there are of each kind, and the users. */
  state(): TenantState;
  /** Changes a user, named by id or by e-mail address. Throws if there is none. */
  updateUser(who: string, changes: StateUserChanges): void;
  /**
   * Applies a seed on top of what is there; with `asStart` a reset returns to this one. Throws an
   * error that names the path of a wrong value.
   */
  seed(seed: TenantSeed, options?: { asStart?: boolean }): Promise<void>;
  /** Back to what the tenant was started with; its keys stay. */
  reset(): Promise<void>;
  /** Ends what still waits, and closes the database. */
  close(): Promise<void>;
}

/** Options of a tenant that does not listen. */
export interface UnboundTenantOptions extends Omit<TenantOptions, "port" | "https"> {
  /** The origin it answers at. Default `http://localhost:4101`. */
  url?: string;
}

/** Creates a tenant that answers by its `fetch` only. Refuses to run with NODE_ENV=production. */
export async function createTenant(options: UnboundTenantOptions = {}): Promise<Tenant> {
  const { url = "http://localhost:4101", ...rest } = options;
  const origin = originOf(url);
  const { tenant } = await assemble(await openTenant(rest), origin);
  return tenant;
}

/** Puts an opened tenant at its address. `close` of the tenant calls `release` first. */
export async function assemble(
  opened: OpenedTenant,
  url: string,
  release: () => Promise<void> = async () => {},
): Promise<{ tenant: Tenant; application: ReturnType<typeof createApplication> }> {
  try {
    const { context, shutDown } = await placeTenant(opened, url);
    const application = createApplication(context);
    const close = async () => {
      shutDown();
      await release();
      opened.database.close();
    };
    const fetch = fetchWithoutSocket(application, context);
    return { application, tenant: { ...handlesOf(context), fetch, close } };
  } catch (error) {
    opened.database.close();
    throw error;
  }
}

function handlesOf(context: TenantContext): Omit<Tenant, "fetch" | "close"> {
  const { url, issuer, adminToken, faults, log, clock, keys } = context;
  return {
    url,
    issuer,
    adminToken,
    faults: { add: faults.add, list: faults.list, remove: faults.remove, clear: faults.clear },
    requests: log.list,
    clearRequests: log.clear,
    clock,
    inbox: createInbox(context),
    rotateKeys: keys.rotate,
    endSessions: (email) => endSessions(context, email),
    state: () => readState(context),
    updateUser(who, changes) {
      if (!changeUser(context, who, changes)) throw new Error(`The tenant has no user ${who}.`);
    },
    async seed(seed, { asStart = false } = {}) {
      await applySeed(context, seed);
      if (asStart) context.startSeed = seed;
    },
    reset: () => resetTenant(context),
  };
}

function originOf(url: string): string {
  if (URL.canParse(url) && new URL(url).origin === url.replace(/\/$/, ""))
    return new URL(url).origin;
  throw new Error(`The url ${url} is not usable: give an origin such as http://localhost:4101.`);
}
