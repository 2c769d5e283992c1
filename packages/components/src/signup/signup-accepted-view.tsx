"use client";

import type { Accepted } from "@portico/react";
import { useEffect, useRef, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { AuthCard } from "../parts/auth-card.js";
import { Button } from "../parts/button.js";
import type { HostedWay } from "../parts/form-progress.js";
import { FormAlert } from "../parts/form-alert.js";
import { HostedButton } from "../parts/hosted-button.js";

/** What `SignupAcceptedView` takes besides the attributes of its card. */
export interface SignupAcceptedViewProps extends Omit<
  ComponentPropsWithoutRef<"section">,
  "title"
> {
  readonly accepted: Accepted;
  readonly hosted: HostedWay | undefined;
  readonly onLogin?: ((email: string) => void) | undefined;
}

/** The account is there; the sign-in is still to come. */
export function SignupAcceptedView(props: SignupAcceptedViewProps): ReactNode {
  const { accepted, hosted, onLogin, ...native } = props;
  const messages = useMessages();
  const words = messages.signup;
  const card = useRef<HTMLElement>(null);
  const { destination, signInError } = accepted;
  const text =
    signInError?.code === "requires_verification" ? words.acceptedUnconfirmed : words.accepted;

  // The form that had the focus is gone, so the focus goes to what came in its place.
  useEffect(() => card.current?.focus(), []);

  return (
    <AuthCard
      {...native}
      ref={card}
      tabIndex={-1}
      heading={words.acceptedTitle}
      label={words.acceptedTitle}
      text={text(destination)}
      data-state="accepted"
    >
      <FormAlert>{hosted?.error && translate(messages, hosted.error)}</FormAlert>
      {hosted ? (
        <HostedButton way={hosted} />
      ) : (
        onLogin && (
          <Button variant="primary" onClick={() => onLogin(destination)}>
            {words.acceptedSubmit}
          </Button>
        )
      )}
    </AuthCard>
  );
}
