/** Where requests go and who sends them: one application at one tenant. */
export interface Tenant {
  /** Origin of the tenant, without a slash at the end. */
  readonly origin: string;
  readonly clientId: string;
  /** Deadline of a request, in milliseconds. */
  readonly requestDeadline: number;
  /** What the application proves itself with; on servers only. */
  readonly clientSecret?: string | undefined;
  /** The address of the user on whose behalf a server asks. */
  readonly forwardedFor?: string | undefined;
}
