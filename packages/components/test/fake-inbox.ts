import { fakeError } from "@portico/core/testing";
import type { Passwordless, PasswordlessChallenge, PasswordlessStarted } from "@portico/react";

/** What a message is like that a fake tenant sends. */
export interface InboxOptions {
  /** Milliseconds until it may be sent again; none if not given. */
  readonly wait?: number;
  /** What was sent before the page was loaded. */
  readonly sent?: Pick<PasswordlessChallenge, "destination"> & Partial<PasswordlessChallenge>;
}

/** The messages of a fake tenant, whose time to wait is the test's to say. */
export function fakeInbox(options: InboxOptions = {}) {
  const { wait = 0, sent } = options;
  let pending = sent && message(sent);

  return {
    start: async (params) => {
      const { email, phoneNumber, send = "code" } = params;
      const channel = email === undefined ? "sms" : "email";
      return keep(message({ channel, destination: email ?? phoneNumber ?? "", send }));
    },
    resend: async (challenge) => {
      const left = challenge.resendAt - Date.now();
      if (left > 0) throw fakeError("rate_limited", {}, { retryAfter: left });
      return keep(message(challenge));
    },
    pending: () => pending,
    forget: () => {
      pending = undefined;
    },
  } satisfies Partial<Passwordless>;

  function keep(challenge: PasswordlessChallenge): PasswordlessStarted {
    pending = challenge;
    return { kind: "accepted", destination: challenge.destination, challenge };
  }

  function message({
    channel = "email",
    destination,
    send = "code",
    connection = channel,
  }: NonNullable<InboxOptions["sent"]>): PasswordlessChallenge {
    const resendAt = Date.now() + wait;
    return { type: "passwordless", connection, channel, destination, send, resendAt };
  }
}
