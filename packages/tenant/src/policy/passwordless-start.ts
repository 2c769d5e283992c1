import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import { noteAttempt } from "../state/attempts.js";
import type { Client } from "../state/clients.js";
import { findIdentityByLogin } from "../state/identities.js";
import { sendMessage, type NewMessage } from "../state/messages.js";
import { saveOtp } from "../state/otps.js";
import { findUser, type User } from "../state/users.js";
import { digestOf } from "../tokens/secret.js";
import { newMessageCode } from "./message-code.js";
import { buildMagicLink, type AuthParams } from "./passwordless-link.js";
import { badValue, type PasswordlessTarget } from "./passwordless-target.js";
import { addressTrigger } from "./triggers.js";

export interface PasswordlessStart extends PasswordlessTarget {
  readonly client: Client;
  readonly send: "code" | "link";
  /** What the link is to go on with at `/authorize`. */
  readonly authParams: AuthParams;
  /** Address of the caller. */
  readonly address: string;
  readonly locale: string | undefined;
}

/** Whose sign-in has begun; `user` is undefined for a new address. */
export interface StartedSignIn {
  /** Of the user, or of the one that the sign-in would create. */
  readonly externalId: string;
  readonly user: User | undefined;
}

/** Sends a code or a link; what was sent there before works no longer. Throws if it may not be. */
export function startPasswordless(tenant: TenantContext, start: PasswordlessStart): StartedSignIn {
  const { connection, username, client } = start;
  countStart(tenant, start);
  refuseByTrigger(tenant, start);
  const identity = findIdentityByLogin(tenant.database, connection.name, username);
  const user = identity && findUser(tenant.database, identity.userId);
  // That is how Auth0 documents it, although it tells who has an account.
  if (!user && !connection.signup) throw badValue("connection", "Public signup is disabled");
  if (user?.blocked) throw userIsBlocked();
  const code = newMessageCode();
  const key = { connection: connection.name, address: username };
  return tenant.database.transaction(() => {
    const otp = saveOtp(tenant, key, { code, clientId: client.clientId });
    sendMessage(tenant, messageOf(tenant, start, code));
    return { externalId: identity?.externalId ?? otp.externalId, user };
  });
}

function countStart(tenant: TenantContext, { connection, username, address }: PasswordlessStart) {
  const { count } = noteAttempt(
    tenant,
    { kind: "passwordless", subject: digestOf(`${connection.name}\n${username}`), address },
    { seconds: 60, from: "first" },
  );
  if (count <= tenant.settings.passwordlessStartLimit) return;
  throw new OAuthError(429, "too_many_requests", "Too many requests. Please wait a minute.");
}

/** What the address itself asks for, for demos without code. */
function refuseByTrigger(tenant: TenantContext, { username }: PasswordlessStart): void {
  if (addressTrigger(tenant, { email: username }, "blocked")) throw userIsBlocked();
  if (!tenant.settings.triggers || username !== unreachablePhone) return;
  const description = `The 'To' number ${username} is not a valid phone number. (Code: 21211)`;
  throw new OAuthError(400, "sms_provider_error", description);
}

/** A number that Twilio keeps for this purpose. */
const unreachablePhone = "+15005550001";

function userIsBlocked(): OAuthError {
  return new OAuthError(401, "server_error", "user is blocked");
}

function messageOf(tenant: TenantContext, start: PasswordlessStart, code: string): NewMessage {
  const { client, connection, username: to, locale } = start;
  const origin = { to, locale, clientId: client.clientId };
  if (connection.strategy === "sms") {
    return { ...origin, kind: "sms", subject: `Your code for ${client.name}`, code };
  }
  if (start.send === "code") {
    return { ...origin, kind: "code", subject: `Your code for ${client.name}`, code };
  }
  const url = buildMagicLink(tenant, start, code);
  return { ...origin, kind: "link", subject: `Sign in to ${client.name}`, url };
}
