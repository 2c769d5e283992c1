export { startTenant } from "./tenant.js";
export { sampleSeed } from "./sample-seed.js";
export { tokenDefects } from "./faults/fault-rule.js";
export type { RunningTenant } from "./tenant.js";
export type { Lifetimes, TenantOptions } from "./options.js";
export type { SeedApi, SeedClient, SeedConnection, SeedUser, TenantSeed } from "./seed.js";
export type {
  Fault,
  FaultMatch,
  FaultName,
  FaultRule,
  NewFaultRule,
  TokenDefect,
} from "./faults/fault-rule.js";
export type { LoggedRequest } from "./http/request-log.js";
export type { Clock } from "./state/clock.js";
