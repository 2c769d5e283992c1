import type { Credentials } from "../authentication/co-authenticate.js";
import type { CredentialsRequest } from "../engine/engine.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { authError } from "../errors/auth-error.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { load } from "../transport/load.js";
import {
  currentSession,
  watchSignOut,
  type FlowContext,
  type LoginVia,
  type TokenParams,
} from "./flow-context.js";
import { keepSignIn, type beginSession } from "./keep-tokens.js";
import { orChallenge } from "./or-challenge.js";
import type { Authenticated, LoginOutcome } from "./outcome.js";

/** What a database login may ask for besides its credentials. */
export interface DatabaseLoginParams extends TokenParams, CallOptions {
  /** The database connection, if another than the configuration's. */
  readonly connection?: string | undefined;
  /** How the login travels, if other than the configuration says. */
  readonly via?: LoginVia | undefined;
  /** Kept for the way back; only a login by redirect has one. */
  readonly appState?: AppState | undefined;
}

/** Signs in with a user name and a password or a code, in one of the three ways. */
export async function databaseLogin(
  context: FlowContext,
  credentials: Credentials,
  asked: CredentialsRequest,
  { via = context.config.loginVia, appState, signal }: DatabaseLoginParams,
  beginBy?: typeof beginSession,
): Promise<LoginOutcome> {
  const { engine } = context;
  const { realm: connection, username } = credentials;
  const signIn = { connection, ...("password" in credentials && { username }) };
  const assertStillWanted = watchSignOut(context);
  switch (via) {
    case "redirect": {
      const { redirectRequest } = await load(() => import("./redirect-request.js"), { signal });
      const request = redirectRequest(context, asked, appState);
      const url = await engine.loginUrl(credentials, request, { signal });
      assertStillWanted();
      context.navigate(url);
      return { kind: "redirecting" };
    }
    case "in-page":
      return begin(await engine.loginInPage(credentials, asked, { signal }));
    case "password-realm":
      return orChallenge(
        asked,
        async () => begin(await engine.loginByGrant(credentials, asked, { signal })),
        signIn,
      );
    default:
      via satisfies never;
      throw new Error(
        `login was called with the unknown way "${via as string}". Nobody was signed in. Use in-page, redirect or password-realm.`,
      );
  }

  function begin(tokens: VerifiedTokens): Authenticated {
    assertStillWanted();
    const present = currentSession(context)?.user.sub;
    // Whoever was to prove themselves again finds somebody else here by now.
    const isOther = asked.subject !== undefined && present !== undefined;
    if (isOther && present !== asked.subject) throw authError("aborted");
    const how = { seenSilently: via === "in-page", signIn, begin: beginBy };
    return keepSignIn(context, tokens, asked, how);
  }
}
