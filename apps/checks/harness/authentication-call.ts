import {
  AuthenticationClient,
  isAuthError,
  mfaGrantOf,
  type AuthenticationConfig,
} from "@portico/core/authentication";

/** One call of a client of its own, in a shape that a worker can be sent. */
export interface AuthenticationCall {
  readonly config: AuthenticationConfig;
  /** Such as `oauth.password`. */
  readonly path: string;
  readonly args: readonly unknown[];
}

/** How it ended, in a shape that leaves the page. */
export interface AuthenticationResult {
  readonly value?: unknown;
  readonly code?: string;
  readonly error?: string;
  readonly mfaToken?: string;
  readonly mistake?: string;
}

/** Makes the client and the call. */
export async function callAuthentication({
  config,
  path,
  args,
}: AuthenticationCall): Promise<AuthenticationResult> {
  try {
    let member: unknown = new AuthenticationClient(config);
    for (const name of path.split(".")) member = (member as Record<string, unknown>)[name];
    return { value: await (member as (...given: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    if (!isAuthError(error)) return { mistake: String(error) };
    const { mfaToken } = mfaGrantOf(error) ?? {};
    return { code: error.code, error: JSON.stringify(error), ...(mfaToken && { mfaToken }) };
  }
}
