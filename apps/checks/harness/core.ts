import { createAuthClient, isAuthError, readInvitation, type AuthClient } from "@portico/core";

declare global {
  interface Window {
    portico: {
      createAuthClient: typeof createAuthClient;
      readInvitation: typeof readInvitation;
      /** How a call ended, in a shape that leaves the page. */
      result(call: () => Promise<unknown>): Promise<CallResult>;
      client?: AuthClient;
    };
  }
}

/** `error` is what `JSON.stringify` gives of an `AuthError`; `mistake` any other exception. */
export interface CallResult {
  readonly value?: unknown;
  readonly code?: string;
  readonly error?: string;
  readonly mistake?: string;
}

window.portico = {
  createAuthClient,
  readInvitation,
  async result(call) {
    try {
      // As JSON, because a browser's own copy of an error keeps only its message.
      const value: unknown = await call();
      return { value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
    } catch (error) {
      if (!isAuthError(error)) return { mistake: String(error) };
      return { code: error.code, error: JSON.stringify(error) };
    }
  },
};
