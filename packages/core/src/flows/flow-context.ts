import { assertWebCrypto } from "../crypto/random.js";
import type { Verification } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import type { CurrentUserScope } from "../management/management.js";
import type { Session } from "../session/session.js";
import { accessTokenKey, askedForOf, type AskedFor } from "../session/asked-for.js";
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

/**
 * The same for a call about the session: one that names nothing is about what its sign-in asked for, and whoever
 * signed in to an organization stays in it.
 */
export function sessionAskedFor(context: FlowContext, params: TokenParams): AskedFor {
  const { tokens } = context.session;
  const own = tokens && askedForOf(tokens.key);
  const { audience, scope, organization = own?.organization } = params;
  const asked = askedFor(context, { ...params, organization });
  const namesNothing = audience === undefined && scope === undefined;
  const isOwn = own && namesNothing && organization === own.organization;
  // The name of a token has its scopes in order; where the configuration says the same, it says it in its own words.
  return isOwn && tokens.key !== accessTokenKey(asked) ? own : asked;
}

/** What an access token for the Management API is asked for with. */
export function managementAccess(
  { config }: FlowContext,
  scopes: readonly CurrentUserScope[],
): AskedFor {
  const audience = `${config.managementOrigin}/api/v2/`;
  return { audience, scope: ["openid", ...scopes].join(" ") };
}

/** Linking, and looking at what came of it, in one token: asked for before the proof, which changes the tenant's session. */
export const linkingScopes: readonly CurrentUserScope[] = [
  "read:current_user",
  "update:current_user_identities",
];

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
