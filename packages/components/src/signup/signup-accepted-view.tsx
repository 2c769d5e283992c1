"use client";

import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { signupWords } from "../i18n/en/signup.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { AuthCard } from "../parts/auth-card.js";
import { Button } from "../parts/button.js";
import type { HostedWay } from "../parts/form-progress.js";
import { FormAlert } from "../parts/form-alert.js";
import { HostedButton } from "../parts/hosted-button.js";
import { useArrival } from "../parts/use-arrival.js";
import type { SignupAccepted } from "./use-signup-form.js";

/** What `SignupAcceptedView` takes besides the attributes of its card. */
export interface SignupAcceptedViewProps extends Omit<
  ComponentPropsWithoutRef<"section">,
  "title"
> {
  readonly accepted: SignupAccepted;
  readonly hosted: HostedWay | undefined;
  readonly onLogin?: ((email: string) => void) | undefined;
}

/** The form is done; the sign-in is still to come. */
export function SignupAcceptedView(props: SignupAcceptedViewProps): ReactNode {
  const { accepted, hosted, onLogin, ...native } = props;
  const { destination, wording } = accepted;
  const messages = useMessages(signupWords);
  const words = messages.signup;
  const title = wording === "neutral" ? words.neutralTitle : words.acceptedTitle;
  const text = {
    neutral: words.neutral,
    created: words.accepted,
    unconfirmed: words.acceptedUnconfirmed,
  }[wording];
  const card = useArrival<HTMLElement>(true);

  return (
    <AuthCard
      {...native}
      ref={card}
      tabIndex={-1}
      heading={title}
      label={title}
      text={text(destination)}
      data-state="accepted"
    >
      {hosted ? (
        <HostedButton way={hosted} />
      ) : (
        onLogin && (
          <Button variant="primary" onClick={() => onLogin(destination)}>
            {words.acceptedSubmit}
          </Button>
        )
      )}
      <FormAlert>{hosted?.error && translate(messages, hosted.error)}</FormAlert>
    </AuthCard>
  );
}
