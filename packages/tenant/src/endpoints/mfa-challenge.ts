import type { TenantContext } from "../context.js";
import { authenticateClient } from "../grants/authenticate-client.js";
import { readMfaLogin } from "../grants/mfa-login.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text, type BodyValues } from "../http/request-body.js";
import { isPush, startChallenge } from "../policy/mfa-challenge.js";
import { listFactors, type Authenticator } from "../state/authenticators.js";

/** POST /mfa/challenge: asks for the code of a factor, and sends one where it has to be sent. */
export async function challengeMfa(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const values = jsonValues(c);
  const client = authenticateClient(c, values);
  const { user, boundTo } = await readMfaLogin(c, client, values);
  const authenticator = chooseFactor(tenant, user.userId, values);
  const locale = c.req.header("x-request-language");
  c.header("Cache-Control", "no-store");
  if (authenticator.type === "otp") return c.json({ challenge_type: "otp" });
  return c.json({
    challenge_type: "oob",
    oob_code: startChallenge(tenant, { user, client, authenticator, boundTo, locale }),
    ...(!isPush(authenticator) && { binding_method: "prompt" }),
  });
}

/** The one that the request names, or else the oldest of a type that the client can deal with. */
function chooseFactor(tenant: TenantContext, userId: string, values: BodyValues): Authenticator {
  const factors = listFactors(tenant.database, userId);
  if (factors.length === 0) {
    throw new OAuthError(
      403,
      "association_required",
      "The user has no active authenticator. Enroll one first.",
    );
  }
  const id = text(values, "authenticator_id");
  const named = id === undefined ? factors : factors.filter((factor) => factor.id === id);
  if (named.length === 0) {
    throw new OAuthError(400, "invalid_request", "The user has no such authenticator_id.");
  }
  const types = text(values, "challenge_type")?.split(" ") ?? ["otp", "oob"];
  const factor = named.find(({ type }) => types.includes(type));
  if (factor) return factor;
  throw new OAuthError(
    401,
    "unsupported_challenge_type",
    `The user does not support the requested challenge type (${types.join(", ")}).`,
  );
}
