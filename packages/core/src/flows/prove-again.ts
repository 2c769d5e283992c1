import type { PopupFeatures, PopupWindow } from "../browser/popup-window.js";
import { authError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";
import type { Session } from "../session/session.js";
import type { AskedFor } from "../session/asked-for.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { databaseLogin } from "./database-login.js";
import {
  askedFor,
  currentSession,
  watchSignOut,
  type FlowContext,
  type LoginVia,
  type TokenParams,
} from "./flow-context.js";
import { keepProof } from "./keep-proof.js";
import type { LoginOutcome } from "./outcome.js";
import { redirectRequest } from "./redirect-request.js";

/**
 * What `reauthenticate` takes. With the `audience` of another API the session keeps its own access token, and one for
 * that API is there besides: `getAccessToken` gives it. A redirect comes back to a session that `storage` has kept; one
 * in memory begins anew, for that API.
 */
export type ReauthenticateParams = TimedParams &
  (RedirectReauthentication | PopupReauthentication | PasswordReauthentication);

interface TimedParams extends TokenParams, CallOptions {
  /** Seconds since the last sign-in that are still fresh enough; 0, which always asks, if not given. */
  readonly maxAge?: number | undefined;
}

/** By the tenant's pages, and back to this app. */
export interface RedirectReauthentication {
  readonly via: "redirect";
  readonly password?: undefined;
  /** The kinds of authentication that are asked for, separated by spaces. */
  readonly acrValues?: string | undefined;
  readonly appState?: AppState | undefined;
}

/** By the tenant's pages in a window of its own; has to be called in the click itself. */
export interface PopupReauthentication {
  readonly via: "popup";
  readonly password?: undefined;
  /** The kinds of authentication that are asked for, separated by spaces. */
  readonly acrValues?: string | undefined;
  /** Size and place of the window. */
  readonly popup?: PopupFeatures | undefined;
}

/** With the password of the session's user, whose name cannot be another. */
export interface PasswordReauthentication {
  /** As the configuration says if not given; `in-page` where that is `redirect`. */
  readonly via?: Exclude<LoginVia, "redirect"> | undefined;
  /** Sent as it is, never kept. */
  readonly password: string;
  /** The database connection, if another than the configuration's. */
  readonly connection?: string | undefined;
}

/** What the user has to prove, and for what. */
type Asked = AskedFor & { readonly maxAge: number; readonly subject: string };

/** Asks the user of the session for a fresh proof, by password or by leaving for the tenant's pages. */
export function proveHere(
  context: FlowContext,
  session: Session,
  params: TimedParams & (RedirectReauthentication | PasswordReauthentication),
): Promise<LoginOutcome> {
  const asked = askedAgain(context, session, params);
  if (params.via === "redirect") return byRedirect(context, session.user, asked, params);
  return byPassword(context, session.user, asked, params);
}

/** Asks them by the tenant's pages in a window that was opened in the click. */
export async function proveInPopup(
  context: FlowContext,
  session: Session,
  params: TimedParams & PopupReauthentication,
  popup: PopupWindow,
): Promise<LoginOutcome> {
  const { config, engine, sync } = context;
  const { user } = session;
  const { acrValues, signal } = params;
  const asked = askedAgain(context, session, params);
  const assertStillWanted = watchSignOut(context);
  const redirectUri = config.popupRedirectUri();
  const request = { ...asked, ...loginPage(user), acrValues, redirectUri };
  const tokens = await engine.popupLogin(request, popup, { signal });
  assertStillWanted();
  // The window may have been open for minutes, in which somebody else may have signed in here.
  const current = currentSession(context);
  if (current && current.user.sub !== user.sub) throw authError("aborted");
  const renewed = keepProof(context, tokens, asked, false);
  sync.tell({ type: "signed_in", sub: user.sub });
  return { kind: "authenticated", session: renewed };
}

/** Who is asked again stays in the organization, and at the API, of the session unless another one is named. */
function askedAgain(
  context: FlowContext,
  session: Session,
  params: TimedParams & { readonly via?: string | undefined },
): Asked {
  const { maxAge = 0, via } = params;
  const audience = params.audience ?? session.audience;
  const organization = params.organization ?? context.config.organization ?? session.organization;
  const asked = askedFor(context, { ...params, audience, organization });
  const isKept = via !== "redirect" || context.storage !== undefined;
  const isBeside = isKept && audience !== session.audience;
  const scope = isBeside ? besides(session, asked.scope) : asked.scope;
  return { ...asked, scope, maxAge, subject: session.user.sub };
}

/** Another API's answer tells no less of the user than the session does. It needs no refresh token: the session has its own. */
function besides(session: Session, scope: string): string {
  const wanted = scope.split(" ").filter((one) => one !== "offline_access");
  const told = ["profile", "email", "address", "phone"].filter((one) =>
    session.scope.includes(one),
  );
  return [...new Set([...wanted, ...told])].join(" ");
}

async function byRedirect(
  context: FlowContext,
  user: User,
  asked: Asked,
  { acrValues, appState }: RedirectReauthentication,
): Promise<LoginOutcome> {
  const assertStillWanted = watchSignOut(context);
  const request = redirectRequest(context, asked, appState);
  const url = await context.engine.authorizeUrl({ ...request, ...loginPage(user), acrValues });
  assertStillWanted();
  context.navigate(url);
  return { kind: "redirecting" };
}

/** The tenant's page asks again even whom it knows, and fills in who they are. */
function loginPage({ email }: User) {
  return { prompt: "login", loginHint: email } as const;
}

async function byPassword(
  context: FlowContext,
  user: User,
  asked: Asked,
  params: PasswordReauthentication & CallOptions,
): Promise<LoginOutcome> {
  const { databaseConnection, loginVia } = context.config;
  const { password, connection: realm = databaseConnection, signal } = params;
  const { via = loginVia === "redirect" ? "in-page" : loginVia } = params;
  const username = user.email ?? user["username"];
  if (typeof username !== "string" || typeof password !== "string") {
    throw new Error(
      "reauthenticate was called without a password, or for a user without an e-mail address and user name. Nothing was sent. Pass { password } and sign in with the scope email, or use redirect or popup.",
    );
  }
  // The answer to a password itself is fresh, and tells no time where the tenant keeps no session.
  const needed = via === "password-realm" ? { ...asked, maxAge: undefined } : asked;
  return databaseLogin(context, { username, password, realm }, needed, { via, signal }, keepProof);
}
