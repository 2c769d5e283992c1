export { startTenant } from "./start-tenant.js";
export { createTenant } from "./tenant.js";
export { sampleSeed } from "./seed/sample-seed.js";
export { tokenDefects, type TokenDefect } from "./faults/token-defects.js";
export type {
  KeySetChanges,
  SignatureDefect,
  SpareKeyName,
  TokenChanges,
} from "./faults/token-changes.js";
export type { RunningTenant } from "./start-tenant.js";
export type { Tenant, UnboundTenantOptions } from "./tenant.js";
export type { Lifetimes, TenantOptions } from "./options.js";
export type {
  SeedApi,
  SeedClient,
  SeedConnection,
  SeedDatabaseConnection,
  SeedOrganization,
  SeedPasswordlessConnection,
  SeedProviderConnection,
  SeedProviderUser,
  SeedUser,
  TenantSeed,
} from "./seed/seed.js";
export type { LoginDecision, LoginEvent, LoginHook } from "./policy/login-hook.js";
export type {
  TokenExchangeDecision,
  TokenExchangeEvent,
  TokenExchangeHook,
} from "./policy/token-exchange-hook.js";
export type { Fault, FaultMatch, FaultName, FaultRule, NewFaultRule } from "./faults/fault-rule.js";
export type { LoggedRequest } from "./http/request-log.js";
export type { Clock, ClockReading } from "./state/clock.js";
export type { Inbox, InboxMessage, InboxWait } from "./state/inbox.js";
export type { StateUser, StateUserChanges, TenantState } from "./state/tenant-state.js";
export type { MessageFilter, MessageKind } from "./state/messages.js";
export type { PushStatus } from "./state/push-decisions.js";
