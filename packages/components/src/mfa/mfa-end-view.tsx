"use client";

import type { ReactNode } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard } from "../parts/auth-card.js";
import { Button } from "../parts/button.js";
import { FormAlert } from "../parts/form-alert.js";
import type { FormViewProps } from "../parts/form-card.js";
import { FormOutcome } from "../parts/form-outcome.js";
import { usePartProps } from "../parts/part-props.js";
import { SubmitButton } from "../parts/submit-button.js";
import { useArrival } from "../parts/use-arrival.js";
import type { MfaOver } from "./mfa-form-steps.js";

/** What `MfaOverView` takes. */
export interface MfaOverViewProps extends FormViewProps {
  readonly step: MfaOver;
  readonly onStartOver: (() => void) | undefined;
}

/** How it looks when the sign-in has to begin anew. */
export function MfaOverView(props: MfaOverViewProps): ReactNode {
  const { step, onStartOver, title, autoFocus, ...card } = props;
  const { mfa } = useMessages(mfaWords);
  const ref = useArrival<HTMLElement>(autoFocus);
  const partProps = usePartProps();
  const failure = { problem: { refusal: mfa.expired }, attempt: 0, isStale: false };
  return (
    <AuthCard
      {...card}
      ref={ref}
      tabIndex={-1}
      heading={title === undefined ? mfa.verify.title : title}
      label={mfa.verify.title}
      data-state="expired"
    >
      {onStartOver ? (
        <div {...partProps("outcome")}>
          <FormAlert tone="notice">{mfa.expired}</FormAlert>
          <Button variant="primary" onClick={() => onStartOver()}>
            {mfa.startOver}
          </Button>
        </div>
      ) : (
        <FormOutcome progress={{ submit: "ready", failure, hosted: step.hostedWay }} />
      )}
    </AuthCard>
  );
}

/** How it looks when somebody is signed in. */
export function MfaDoneView({ title, autoFocus, ...card }: FormViewProps): ReactNode {
  const { verify } = useMessages(mfaWords).mfa;
  const ref = useArrival<HTMLElement>(autoFocus);
  return (
    <AuthCard
      {...card}
      ref={ref}
      tabIndex={-1}
      heading={title === undefined ? verify.title : title}
      label={verify.title}
      data-state="done"
    >
      <SubmitButton
        type="button"
        state="done"
        pendingLabel={verify.pending}
        doneLabel={verify.done}
      >
        {verify.submit}
      </SubmitButton>
    </AuthCard>
  );
}
