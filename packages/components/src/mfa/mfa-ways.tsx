"use client";

import type { ReactNode } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { ResendButton } from "../parts/resend-button.js";
import { TextButton } from "../parts/text-button.js";
import { Ways } from "../parts/ways.js";
import type { MfaAnswering } from "./mfa-form-steps.js";

/** What `MfaWays` takes. */
export type MfaWaysProps = Pick<MfaAnswering, "again" | "byRecoveryCode" | "otherWay">;

/** What else can be done where an answer is due. */
export function MfaWays({ again, byRecoveryCode, otherWay }: MfaWaysProps): ReactNode {
  const { mfa } = useMessages(mfaWords);
  if (!again && !byRecoveryCode && !otherWay) return null;
  return (
    <Ways>
      {again && (
        <ResendButton
          resendAt={again.resendAt}
          status={again.state.status}
          onResend={() => void again.resend()}
        />
      )}
      {byRecoveryCode && <TextButton onClick={byRecoveryCode}>{mfa.byRecoveryCode}</TextButton>}
      {otherWay && <TextButton onClick={otherWay}>{mfa.otherWay}</TextButton>}
    </Ways>
  );
}
