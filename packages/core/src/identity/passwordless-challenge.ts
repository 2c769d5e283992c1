/** A message that was sent and not answered yet. It holds no code, so it may be kept and shown. */
export interface PasswordlessChallenge {
  readonly type: "passwordless";
  readonly connection: string;
  readonly channel: "email" | "sms";
  /** The e-mail address or phone number that it went to. */
  readonly destination: string;
  readonly send: "code" | "link";
  /** From when on it may be sent again, in milliseconds since 1970. */
  readonly resendAt: number;
}
