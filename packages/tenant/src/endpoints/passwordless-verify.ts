import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { jsonValues, text } from "../http/request-body.js";
import { checkOtp, type OtpRefusal } from "../policy/authenticate-otp.js";
import { badValue, readPasswordlessTarget, requireMember } from "../policy/passwordless-target.js";
import { describeRefusal } from "../policy/password-refusals.js";
import { findClient } from "../state/clients.js";

/**
 * POST /passwordless/verify: judges a code and leaves it as it is, for the redirect that follows.
 * Some clients do not name themselves here.
 */
export function passwordlessVerify(c: HttpContext): Response {
  const { tenant } = c.var;
  const values = jsonValues(c);
  const clientId = text(values, "client_id");
  const client = findClient(tenant.database, clientId);
  if (clientId !== undefined && !client) {
    throw badValue("client_id", "The client does not exist");
  }
  const target = readPasswordlessTarget(tenant, values, client);
  const code = requireMember(values, "verification_code");
  const checked = checkOtp(tenant, { ...target, code, clientId, address: clientAddress(c) });
  return checked.status === "right" ? c.json({}) : refuse(c, checked);
}

function refuse(c: HttpContext, refusal: OtpRefusal): Response {
  const name = "ValidationError";
  if (refusal.status === "wrong-code") {
    const { description } = refusal;
    return c.json({ name, code: "invalid_user_password", description, statusCode: 401 }, 401);
  }
  const { status, error: code, description } = describeRefusal(refusal.status);
  return c.json({ name, code, description, statusCode: status }, status);
}
