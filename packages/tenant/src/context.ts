import type { EventEmitter } from "node:events";
import type { FaultSwitch } from "./faults/fault-switch.js";
import type { RequestLog } from "./http/request-log.js";
import type { Settings } from "./options.js";
import type { PasswordHashing } from "./policy/password-hashing.js";
import type { Turns } from "./policy/turns.js";
import type { TenantSeed } from "./seed/seed.js";
import type { Clock } from "./state/clock.js";
import type { Database } from "./state/database.js";
import type { Message } from "./state/messages.js";
import type { SigningKeys } from "./tokens/signing-keys.js";

/** Everything a request handler may use of the tenant it runs in. */
export interface TenantContext {
  /** Of `url`; part of every cookie's name. */
  readonly port: number;
  /** Without a trailing slash. */
  readonly url: string;
  /** With a trailing slash, as in ID tokens. */
  readonly issuer: string;
  readonly adminToken: string;
  readonly settings: Settings;
  /** What a reset returns to. */
  startSeed: TenantSeed | undefined;
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  readonly hashing: PasswordHashing;
  readonly turns: Turns;
  readonly faults: FaultSwitch;
  readonly log: RequestLog;
  /** Tells of every message that is sent. */
  readonly arrivals: EventEmitter<{ message: [Message] }>;
  /** Aborted when the tenant closes. */
  readonly closing: AbortSignal;
}
