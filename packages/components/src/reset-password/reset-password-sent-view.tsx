"use client";

import type { ReactNode } from "react";
import { resetPasswordWords } from "../i18n/en/reset-password.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard, type AuthCardProps } from "../parts/auth-card.js";
import { Button } from "../parts/button.js";
import type { FormProgress } from "../parts/form-progress.js";
import { FormOutcome } from "../parts/form-outcome.js";
import { ResendButton, type ResendButtonProps } from "../parts/resend-button.js";
import { useArrival } from "../parts/use-arrival.js";
import { Ways } from "../parts/ways.js";

/** What `ResetPasswordSentView` takes. */
export interface ResetPasswordSentViewProps extends Pick<AuthCardProps, "className" | "style"> {
  readonly sent: Pick<ResendButtonProps, "resendAt" | "status"> & {
    readonly destination: string;
    readonly resend: () => void;
    readonly back: () => void;
  };
  readonly progress: Pick<FormProgress, "submit" | "failure" | "hosted">;
  readonly onLogin: ((email: string) => void) | undefined;
}

/** A message is on its way, if there is such an account: the same screen for every address. */
export function ResetPasswordSentView(props: ResetPasswordSentViewProps): ReactNode {
  const { sent, progress, onLogin, ...surface } = props;
  const { destination, resendAt, status, resend, back } = sent;
  const words = useMessages(resetPasswordWords).resetPassword;
  const ref = useArrival<HTMLElement>(true);
  return (
    <AuthCard
      {...surface}
      ref={ref}
      tabIndex={-1}
      heading={words.sentTitle}
      label={words.sentTitle}
      text={words.sent(destination)}
      onBack={back}
      data-state="sent"
    >
      {onLogin && (
        <Button variant="primary" onClick={() => onLogin(destination)}>
          {words.backToLogin}
        </Button>
      )}
      <Ways>
        <ResendButton resendAt={resendAt} status={status} onResend={resend} />
      </Ways>
      <FormOutcome progress={progress} />
    </AuthCard>
  );
}
