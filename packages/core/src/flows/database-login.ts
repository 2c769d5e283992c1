import { safeReturnTo } from "../callback/return-to.js";
import type { Credentials, RedirectRequest } from "../engine/engine.js";
import type { AskedFor } from "../session/session-from-tokens.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { beginSession, type FlowContext, type LoginVia, type TokenParams } from "./flow-context.js";
import type { Authenticated, Redirecting } from "./outcome.js";

/** What a database login may ask for besides its credentials. */
export interface DatabaseLoginParams extends TokenParams, CallOptions {
  /** The database connection, if another than the configuration's. */
  readonly connection?: string | undefined;
  /** How the login travels, if other than the configuration says. */
  readonly via?: LoginVia | undefined;
  /** Kept for the way back; only a login by redirect has one. */
  readonly appState?: AppState | undefined;
}

/** Signs in with a user name and password, in one of the three ways. */
export async function databaseLogin(
  context: FlowContext,
  credentials: Credentials,
  asked: AskedFor,
  { via = context.config.loginVia, appState, signal }: DatabaseLoginParams,
): Promise<Authenticated | Redirecting> {
  const { engine, sync } = context;
  if (via === "redirect") {
    const request = redirectRequest(context, asked, appState);
    context.navigate(await engine.loginUrl(credentials, request, { signal }));
    return { kind: "redirecting" };
  }
  const inPage = via === "in-page";
  const tokens = inPage
    ? await engine.loginInPage(credentials, asked, { signal })
    : await engine.loginWithPasswordRealm(credentials, asked, { signal });
  const session = beginSession(context, tokens, asked, inPage);
  sync.tell({ type: "signed_in", sub: session.user.sub });
  return { kind: "authenticated", session };
}

/** A redirect that comes back to this app, and to nowhere else. */
export function redirectRequest(
  { config }: FlowContext,
  asked: AskedFor,
  appState: AppState | undefined,
): RedirectRequest {
  const returnTo = appState?.returnTo;
  return {
    ...asked,
    redirectUri: config.redirectUri(),
    appState: returnTo === undefined ? appState : { ...appState, returnTo: safeReturnTo(returnTo) },
  };
}
