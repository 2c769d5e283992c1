import type { CurrentUserScope, Management } from "./management.js";

/** Where the Management API is and who may use it. */
export interface ManagementConfig {
  /** The tenant's own host, such as `example.eu.auth0.com`, or an origin for a tenant on this machine. No custom domain. */
  readonly domain: string;
  /** An access token for `https://{domain}/api/v2/`, or a function that gives one with the scopes that a call needs. */
  readonly token: string | ((scopes: readonly CurrentUserScope[]) => Promise<string>);
  /** Deadline of a request in milliseconds; 15 000 if not given. */
  readonly deadline?: number | undefined;
}

/** STUB */
export const ManagementClient = class {} as unknown as new (config: ManagementConfig) => Management;
