/** Where requests go and who sends them: one application at one tenant. */
export interface Tenant {
  /** Origin of the tenant, without a slash at the end. */
  readonly origin: string;
  readonly clientId: string;
  /** Deadline of a request, in milliseconds. */
  readonly requestDeadline: number;
}
