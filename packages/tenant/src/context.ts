import type { FaultSwitch } from "./faults/fault-switch.js";
import type { RequestLog } from "./http/request-log.js";
import type { Settings } from "./options.js";
import type { PasswordHashing } from "./policy/password-hashing.js";
import type { Turns } from "./policy/turns.js";
import type { Clock } from "./state/clock.js";
import type { Database } from "./state/database.js";
import type { SigningKeys } from "./tokens/signing-keys.js";

/** Everything a request handler may use of the tenant it runs in. */
export interface TenantContext {
  readonly port: number;
  /** Without a trailing slash. */
  readonly url: string;
  /** With a trailing slash, as in ID tokens. */
  readonly issuer: string;
  readonly adminToken: string;
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  readonly hashing: PasswordHashing;
  readonly turns: Turns;
  readonly faults: FaultSwitch;
  readonly log: RequestLog;
  /** Aborted when the tenant closes. */
  readonly closing: AbortSignal;
}
