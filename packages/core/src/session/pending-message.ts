import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";

/** The one message of this tab that was not answered yet; it survives a reload and holds no code. */
export interface PendingMessageStore {
  get(): PasswordlessChallenge | undefined;
  set(challenge: PasswordlessChallenge): void;
  clear(): void;
}

/** STUB `name` separates applications and tenants that share a page. */
export function createPendingMessageStore(_name: string): PendingMessageStore {
  return { get: () => undefined, set: () => {}, clear: () => {} };
}
