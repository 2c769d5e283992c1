import { describeRefusal } from "../policy/password-refusals.js";
import { newSecret } from "../tokens/secret.js";
import type { FaultOf } from "./fault-table.js";

interface RefusalAnswer {
  readonly status: 400 | 401 | 403;
  readonly body: object;
}

type Refusals = { readonly [Refusal in FaultOf<"refusal">]?: RefusalAnswer };

const leaked = describeRefusal("password-leaked").description;
const blocked = describeRefusal("blocked-user").description;
const suspicious = "Suspicious request requires verification";
const secondFactor = "Multifactor authentication required";

const sharedRefusals: Refusals = {
  requires_verification: oauthError(401, "requires_verification", suspicious),
  // Auth0's documentation has both spellings.
  requires_validation: oauthError(401, "requires_validation", suspicious),
  password_leaked: oauthError(401, "password_leaked", leaked),
};

/** By path: the same refusal looks different everywhere, and has no look at all at most endpoints. */
const refusals: Readonly<Record<string, Refusals>> = {
  "/co/authenticate": {
    ...sharedRefusals,
    blocked: oauthError(403, "blocked_user", blocked),
    mfa_required: oauthError(403, "mfa_required", secondFactor),
  },
  "/oauth/token": {
    ...sharedRefusals,
    blocked: oauthError(401, "unauthorized", "user is blocked"),
    // The token opens nothing: no user is behind it.
    mfa_required: oauthError(403, "mfa_required", secondFactor, { mfa_token: newSecret() }),
  },
  "/dbconnections/signup": {
    password_leaked: { status: 400, body: { code: "password_leaked", name: "AnomalyDetected" } },
  },
  "/passwordless/start": { blocked: oauthError(401, "server_error", "user is blocked") },
  "/usernamepassword/login": {
    password_leaked: classicError(401, "password_leaked", leaked),
    blocked: classicError(403, "blocked_user", blocked),
  },
};

/** What the endpoint at `path` answers; undefined where it has no such answer. */
export function refusalAt(path: string, kind: string): RefusalAnswer | undefined {
  const known = Object.entries(refusals[path] ?? {});
  return known.find(([name]) => name === kind)?.[1];
}

function oauthError(
  status: 401 | 403,
  error: string,
  error_description: string,
  members: object = {},
): RefusalAnswer {
  return { status, body: { error, error_description, ...members } };
}

function classicError(status: 401 | 403, code: string, description: string): RefusalAnswer {
  return { status, body: { name: "ValidationError", code, description, statusCode: status } };
}
