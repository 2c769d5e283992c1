import type { AccessToken, SessionStore } from "./session-store.js";

/** What is kept of a session. */
export interface KeptSession {
  /** The page that wrote it. */
  readonly tab: string;
  readonly subject: string;
  readonly idToken: string;
  readonly refreshToken?: string | undefined;
  readonly seenSilently: boolean;
  /** When the session began, in milliseconds since 1970. */
  readonly since: number;
  /** The access token that the session's end is about. */
  readonly key: string;
  readonly accessTokens: readonly (readonly [string, AccessToken])[];
}

/** The session as text; undefined where nobody is signed in. */
export function writeKeptSession(session: SessionStore, tab: string): string | undefined {
  const state = session.get();
  const { tokens, accessTokens } = session;
  if (state.status !== "authenticated" || !tokens) return undefined;
  const kept: KeptSession = {
    ...tokens,
    tab,
    since: session.since,
    subject: state.session.user.sub,
    accessTokens: [...accessTokens],
  };
  return JSON.stringify(kept);
}

/** Reads it back; undefined for anything else, because storage is writable by every script of the page. */
export function readKeptSession(text: string | null): KeptSession | undefined {
  const kept = parse(text);
  if (!kept) return undefined;
  const { tab, subject, idToken, refreshToken, seenSilently, since, key, accessTokens } = kept;
  const isWhole =
    [tab, subject, idToken].every(isText) &&
    (refreshToken === undefined || isText(refreshToken)) &&
    typeof seenSilently === "boolean" &&
    Number.isFinite(since) &&
    isKey(key) &&
    Array.isArray(accessTokens) &&
    accessTokens.every(isAccessTokenEntry);
  return isWhole ? (kept as unknown as KeptSession) : undefined;
}

function parse(text: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isAccessTokenEntry(entry: unknown): boolean {
  if (!Array.isArray(entry) || entry.length !== 2 || !isKey(entry[0])) return false;
  const { value, expiresAt, idToken, scope } = Object(entry[1]) as Record<string, unknown>;
  return (
    isText(value) &&
    Number.isFinite(expiresAt) &&
    (idToken === undefined || isText(idToken)) &&
    (scope === undefined || typeof scope === "string")
  );
}

/** Audience, organization and scope as `accessTokenKey` writes them. */
function isKey(key: unknown): key is string {
  if (!isText(key)) return false;
  try {
    const parts: unknown = JSON.parse(key);
    return (
      Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === "string")
    );
  } catch {
    return false;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
