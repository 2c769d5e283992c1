import { verifyClaims } from "../authentication/verify-tokens.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import {
  proofOf,
  spendProof,
  type Proof,
  type ProvenIdentity,
} from "../identity/proven-identity.js";
import { ManagementClient } from "../management/management-client.js";
import type { Identity, Management, UserId } from "../management/management.js";
import type { CallOptions } from "../transport/deadline.js";
import {
  askedFor,
  assertRunnable,
  currentSession,
  watchSignOut,
  type FlowContext,
} from "./flow-context.js";
import { linkingScopes, managementAccess } from "./management-access.js";
import { validAccessToken } from "./renewal.js";

/** Seconds since the other account's owner has signed in to it. */
const freshFor = 600;

/**
 * Adds a proven identity to the user of the session: POST /api/v2/users/{id}/identities, once for each proof. Where
 * no answer comes, it looks whether it has happened. Throws `invalid_token` for a proof that is not good any more,
 * `user_changed` where somebody else has signed in here meanwhile, `invalid_request` for the user's own account.
 */
export async function linkIdentity(
  context: FlowContext,
  proven: ProvenIdentity,
  options: CallOptions = {},
): Promise<readonly Identity[]> {
  assertRunnable();
  const primary = requireUser(context);
  const assertSameUser = watchUser(context, primary);
  const { sub } = proven.user;
  return context.singleFlight(`link ${primary} ${sub}`, options, async (signal) => {
    const proof = proofOf(proven);
    const { idToken, madeFor = primary } = proof;
    if (madeFor !== primary) throw authError("user_changed");
    if (sub === primary) throw authError("invalid_request");
    await assertProof(context, sub, proof, { signal });
    const management = await linkingManagement(context, { signal });
    assertSameUser();
    spendProof(proven);
    const identities = await orLookUp(
      () => management.linkIdentity(primary, { idToken }, { signal }),
      () => management.listIdentities(primary, { signal }),
      (list) => list.some((identity) => idOf(identity) === sub),
    );
    if (currentSession(context)?.user.sub === primary) renewInBackground(context);
    return identities;
  });
}

/**
 * Makes a linked identity a user of its own again: DELETE /api/v2/users/{id}/identities/{provider}/{user_id}, once.
 * Throws `invalid_request` for the account that the user is known by, which is also the last one.
 */
export async function unlinkIdentity(
  context: FlowContext,
  identity: Pick<Identity, "provider" | "userId">,
  options: CallOptions = {},
): Promise<readonly Identity[]> {
  assertRunnable();
  const primary = requireUser(context);
  const assertSameUser = watchUser(context, primary);
  const unlinked = idOf(identity);
  if (unlinked === primary) throw authError("invalid_request");
  return context.singleFlight(`unlink ${primary} ${unlinked}`, options, async (signal) => {
    const management = await linkingManagement(context, { signal });
    assertSameUser();
    return orLookUp(
      () => management.unlinkIdentity(primary, identity, { signal }),
      () => management.listIdentities(primary, { signal }),
      (list) => list.every((left) => idOf(left) !== unlinked),
    );
  });
}

/** Verifies a proof once more, because it may have waited for the user to confirm. */
async function assertProof(
  { verification }: FlowContext,
  sub: string,
  { idToken, isByCode }: Proof,
  options: CallOptions,
): Promise<void> {
  const maxAge = isByCode ? undefined : freshFor;
  const expected = { subject: sub, maxAge, accessToken: undefined, requireHash: false };
  const { iat } = await verifyClaims(verification, idToken, expected, options);
  // The answer to a code was issued when the code was typed.
  if (isByCode && iat + freshFor + verification.leeway < Date.now() / 1000) {
    throw authError("invalid_token", { reason: "authentication_time" });
  }
}

async function linkingManagement(context: FlowContext, options: CallOptions): Promise<Management> {
  const access = managementAccess(context, linkingScopes);
  const token = await validAccessToken(context, access, { ...options, minimum: 60_000 });
  const { config, verification } = context;
  const deadline = verification.tenant.requestDeadline;
  return new ManagementClient({ domain: config.managementOrigin, token, deadline });
}

function requireUser(context: FlowContext): UserId {
  const session = currentSession(context);
  if (!session) throw authError("login_required");
  return session.user.sub as UserId;
}

/** Gives a check to make right before something is changed for the user. Throws `aborted` or `user_changed`. */
function watchUser(context: FlowContext, sub: string): () => void {
  const assertNoSignOut = watchSignOut(context);
  return () => {
    assertNoSignOut();
    if (currentSession(context)?.user.sub !== sub) throw authError("user_changed");
  };
}

/** A write is never sent twice: where its outcome is unknown, what is there now decides. */
async function orLookUp(
  write: () => Promise<readonly Identity[]>,
  lookUp: () => Promise<readonly Identity[]>,
  hasHappened: (list: readonly Identity[]) => boolean,
): Promise<readonly Identity[]> {
  try {
    return await write();
  } catch (error) {
    if (!isAuthError(error) || !outcomeUnknown.has(error.code)) throw error;
    const list = await lookUp().catch(() => []);
    if (list.length > 0 && hasHappened(list)) return list;
    throw error;
  }
}

const outcomeUnknown: ReadonlySet<string> = new Set([
  "network",
  "timeout",
  "server",
  "invalid_response",
]);

/**
 * Gets newer tokens where that needs nobody. The tenant's own session in this browser was the other account's since
 * the proof, so that its absence proves nothing any more.
 */
function renewInBackground(context: FlowContext): void {
  context.session.updateTokens({ seenSilently: false });
  validAccessToken(context, askedFor(context, {}), { minimum: Infinity }).catch(() => {});
}

function idOf({ provider, userId }: Pick<Identity, "provider" | "userId">): string {
  return `${provider}|${userId}`;
}
