import type { Tenant } from "../authentication/tenant.js";
import type { ResolvedConfig } from "../client/auth-config.js";
import type { CallOptions } from "../transport/deadline.js";
import type { User } from "../identity/user.js";
import type { Finding, FindingCode, FindingDetails } from "./finding.js";

/** What is examined: one client in this page. */
export interface Examination extends CallOptions {
  readonly config: ResolvedConfig;
  readonly tenant: Tenant;
  /** Who is signed in here. */
  readonly user: User | undefined;
  /** Makes a finding about it. */
  readonly find: <Code extends FindingCode>(code: Code, details: FindingDetails[Code]) => Finding;
}
