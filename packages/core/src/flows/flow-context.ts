import { assertWebCrypto } from "../crypto/random.js";
import type { Verification, VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Tenant } from "../authentication/tenant.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import type { Session } from "../session/session.js";
import type { AskedFor } from "../session/asked-for.js";
import type { LastSignInStore } from "../session/last-sign-in.js";
import type { PendingMessageStore } from "../session/pending-message.js";
import type { SessionStore } from "../session/session-store.js";
import type { SessionSync } from "../session/session-sync.js";
import type { SharedRenewal } from "../session/shared-renewal.js";
import type { SessionPort } from "../session/storage-port.js";
import type { TabChannel } from "../session/tab-channel.js";
import type { SingleFlight } from "../transport/single-flight.js";
import type { Turns } from "../transport/turns.js";

/** How a database login travels. */
export type LoginVia =
  /** Without leaving the page; needs the tenant's cookies in this page. */
  | "in-page"
  /** The page checks the password and leaves for the tenant, which sends the browser back. */
  | "redirect"
  /** At the token endpoint: no cookies, and no session at the tenant either. */
  | "password-realm";

/** What the flows work with: one client's engine, session and configuration. */
export interface FlowContext {
  readonly config: FlowConfig;
  readonly engine: Engine;
  /** For what no engine does: second factors, revocation, and proofs of identity. */
  readonly verification: Verification;
  readonly session: SessionStore;
  /** Where the session outlives a reload, if the configuration says so. */
  readonly storage: SessionPort | undefined;
  readonly sync: SessionSync;
  readonly channel: TabChannel;
  readonly pendingMessage: PendingMessageStore;
  readonly lastSignIn: LastSignInStore;
  readonly singleFlight: SingleFlight;
  /** A rotating refresh token may be used once, so uses follow each other. */
  readonly refreshTurns: Turns;
  /** One renewal for all tabs. */
  readonly shareRenewal: SharedRenewal;
  readonly navigate: (url: string) => void;
  /** Loads what only whoever is signed in, or is about to be, has a use for. Throws as `load` does. */
  readonly following: (options?: { readonly deadline: number }) => Promise<Following>;
}

/** What follows the tenant's answer to a silent request, and the end of a session. */
export interface Following {
  /** The tenant knows somebody: the session goes on or begins. */
  keepAnswer(context: FlowContext, tokens: VerifiedTokens, asked: AskedFor): Session;
  /** Ends the session when the answer proves that it is over; a failure to ask proves nothing. */
  endIfGone(context: FlowContext, asked: AskedFor, error: unknown): void;
  /** Takes back the refresh token of a session that was ended. `deadline` in milliseconds. */
  revokeHeld(tenant: Tenant, held: HeldToken, deadline: number): Promise<void>;
}

/** A refresh token in memory, or the session in storage that may have one. */
export interface HeldToken {
  readonly refreshToken: string | undefined;
  readonly kept: string | null;
}

/** The part of the configuration that flows read. */
export interface FlowConfig {
  readonly scope: string;
  readonly audience: string | undefined;
  readonly organization: string | undefined;
  readonly databaseConnection: string;
  readonly loginVia: LoginVia;
  readonly redirectUri: () => string;
  /** Where popups come back to. */
  readonly popupRedirectUri: () => string;
  /** The origin of the Management API, which knows no custom domains. */
  readonly managementOrigin: string;
}

/** What a call may ask for other than the configuration does. */
export interface TokenParams {
  /** The API that the access token is for. */
  readonly audience?: string | undefined;
  /** Separated by spaces. */
  readonly scope?: string | undefined;
  /** The organization to sign in to, if another than the configuration's: its id (`org_…`) or its name. */
  readonly organization?: string | undefined;
}

/**
 * Audience and scope of a call, completed from the configuration. `openid` is always asked for, because no answer
 * counts without an ID token.
 */
export function askedFor({ config }: FlowContext, params: TokenParams): AskedFor {
  const scopes = (params.scope ?? config.scope).split(" ").filter(Boolean);
  return {
    scope: (scopes.includes("openid") ? scopes : ["openid", ...scopes]).join(" "),
    audience: params.audience ?? config.audience,
    organization: params.organization ?? config.organization,
  };
}

/** Throws where no flow can run: on a server (a developer's mistake) or without WebCrypto. */
export function assertRunnable(): void {
  if (typeof window === "undefined") {
    throw new Error(
      "Portico was asked to sign in on a server. Nothing was sent. Call it in an effect or an event handler.",
    );
  }
  assertWebCrypto();
}

/** Gives a check to make before a sign-in is kept. It throws `aborted` if somebody has signed out meanwhile. */
export function watchSignOut({ session }: FlowContext): () => void {
  const { signOuts } = session;
  return () => {
    if (session.signOuts !== signOuts) throw authError("aborted");
  };
}

/** The session, if somebody is signed in. */
export function currentSession({ session }: FlowContext): Session | undefined {
  const state = session.get();
  return state.status === "authenticated" ? state.session : undefined;
}
