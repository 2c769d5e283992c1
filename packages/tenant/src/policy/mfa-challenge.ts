import type { TenantContext } from "../context.js";
import type { Authenticator } from "../state/authenticators.js";
import type { Client } from "../state/clients.js";
import { sendMessage, type NewMessage } from "../state/messages.js";
import { createOobChallenge } from "../state/oob-challenges.js";
import type { User } from "../state/users.js";
import { digestOf } from "../tokens/secret.js";
import { newMessageCode } from "./message-code.js";

/** Seconds that have to lie between two questions about a push. */
export const pollInterval = 5;

export interface NewChallenge {
  readonly user: User;
  readonly client: Client;
  /** One that is reached over another channel. */
  readonly authenticator: Authenticator;
  /** The digest of an MFA token, or the id of a transaction. */
  readonly boundTo: string;
  /** What the request asked for, such as `de-AT`. */
  readonly locale: string | undefined;
}

/** Sends a code or a push; returns the `oob_code`. */
export function startChallenge(tenant: TenantContext, challenge: NewChallenge): string {
  const { id: authenticatorId } = challenge.authenticator;
  const code = isPush(challenge.authenticator) ? null : newMessageCode();
  const { boundTo } = challenge;
  const oobCode = createOobChallenge(tenant, { authenticatorId, boundTo, code });
  sendMessage(tenant, {
    ...messageOf(challenge),
    ...(code === null ? { push: digestOf(oobCode) } : { code }),
    clientId: challenge.client.clientId,
    locale: challenge.locale,
  });
  return oobCode;
}

/** A push is approved or denied, every other message carries a code. */
export function isPush({ channel }: Authenticator): boolean {
  return channel === "auth0";
}

function messageOf({ user, client, authenticator }: NewChallenge): NewMessage {
  const to = authenticator.address ?? user.email ?? user.phoneNumber ?? user.userId;
  switch (authenticator.channel) {
    case "auth0":
      return { kind: "push", to, subject: `Are you signing in to ${client.name}?` };
    case "sms":
      return { kind: "sms", to, subject: `Your code for ${client.name}` };
    case "voice":
      return { kind: "sms", to, subject: `A call with your code for ${client.name}` };
    case "email":
    case null:
      return { kind: "mfa", to, subject: `Your code for ${client.name}` };
    default:
      return authenticator.channel satisfies never;
  }
}
