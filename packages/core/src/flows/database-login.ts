import type { Credentials } from "../authentication/co-authenticate.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { AskedFor } from "../session/session-from-tokens.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import {
  beginSession,
  watchSignOut,
  type FlowContext,
  type LoginVia,
  type TokenParams,
} from "./flow-context.js";
import { orChallenge } from "./challenged.js";
import { redirectRequest } from "./redirect-request.js";
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

/** Signs in with a user name and password, in one of the three ways. */
export async function databaseLogin(
  context: FlowContext,
  credentials: Credentials,
  asked: AskedFor,
  { via = context.config.loginVia, appState, signal }: DatabaseLoginParams,
): Promise<LoginOutcome> {
  const { engine, sync } = context;
  const assertStillWanted = watchSignOut(context);
  switch (via) {
    case "redirect": {
      const request = redirectRequest(context, asked, appState);
      const url = await engine.loginUrl(credentials, request, { signal });
      assertStillWanted();
      context.navigate(url);
      return { kind: "redirecting" };
    }
    case "in-page":
      return begin(await engine.loginInPage(credentials, asked, { signal }));
    case "password-realm":
      return orChallenge(asked, async () =>
        begin(await engine.loginByGrant(credentials, asked, { signal })),
      );
    default:
      via satisfies never;
      throw new Error(
        `login was called with the unknown way "${via as string}". Nothing was sent. Use in-page, redirect or password-realm.`,
      );
  }

  function begin(tokens: VerifiedTokens): Authenticated {
    assertStillWanted();
    const session = beginSession(context, tokens, asked, via === "in-page");
    sync.tell({ type: "signed_in", sub: session.user.sub });
    return { kind: "authenticated", session };
  }
}
