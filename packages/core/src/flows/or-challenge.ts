import { isAuthError } from "../errors/auth-error.js";
import type { SignInHint } from "../session/last-sign-in.js";
import type { AskedFor } from "../session/asked-for.js";
import { load } from "../transport/load.js";
import type { Challenged } from "./outcome.js";

/** Runs a sign-in; where the tenant wants a second factor first, that is an outcome and no failure. */
export async function orChallenge<Outcome>(
  asked: AskedFor & { readonly subject?: string | undefined },
  signIn: () => Promise<Outcome>,
  hint?: SignInHint,
): Promise<Outcome | Challenged> {
  try {
    return await signIn();
  } catch (error) {
    if (!isAuthError(error, "mfa_required")) throw error;
    const { challengeOf } = await load(() => import("./challenged.js"));
    return challengeOf(error, asked, hint);
  }
}
