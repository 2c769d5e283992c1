"use client";

import type { ReactNode } from "react";
import { passwordlessWords } from "../i18n/en/passwordless.js";
import { useMessages } from "../i18n/messages-provider.js";
import { ResendButton } from "../parts/resend-button.js";
import { TextButton } from "../parts/text-button.js";
import { Ways } from "../parts/ways.js";
import type { PasswordlessMessage } from "./passwordless-form.js";

/** The ways of whoever waits for a message: to get it again, and to have it sent elsewhere. */
export function MessageWays({ message }: { readonly message: PasswordlessMessage }): ReactNode {
  const { passwordless: words } = useMessages(passwordlessWords);
  const { channel, resend, restart } = message;
  return (
    <Ways>
      <ResendButton resendAt={resend.resendAt} status={resend.status} onResend={resend.run} />
      <TextButton onClick={() => restart()}>
        {channel === "email" ? words.otherEmail : words.otherPhone}
      </TextButton>
    </Ways>
  );
}
