"use client";

import type { FormEvent, ReactNode } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard } from "../parts/auth-card.js";
import { FormActions } from "../parts/form-actions.js";
import type { FormViewProps } from "../parts/form-card.js";
import { FormOutcome } from "../parts/form-outcome.js";
import type { FormProgress } from "../parts/form-progress.js";
import { usePartProps } from "../parts/part-props.js";
import { useArrival } from "../parts/use-arrival.js";
import type { MfaAnswering } from "./mfa-form-steps.js";
import { MfaSetUp } from "./mfa-set-up.js";
import { MfaWays } from "./mfa-ways.js";

/** What `MfaDeviceView` takes. */
export interface MfaDeviceViewProps extends FormViewProps {
  readonly step: MfaAnswering;
  readonly answer: FormProgress & {
    readonly isDenied: boolean;
    readonly isUnsent: boolean;
    readonly tryAgain: (() => void) | undefined;
  };
}

/** How the waiting for an answer on a device looks. */
export function MfaDeviceView(props: MfaDeviceViewProps): ReactNode {
  const { step, answer, title, autoFocus, ...card } = props;
  const { factor, name, enrollment } = step;
  const { failure, isDenied, isUnsent, tryAgain } = answer;
  const { mfa } = useMessages(mfaWords);
  const partProps = usePartProps();
  const ref = useArrival<HTMLElement>(autoFocus);
  const words = enrollment ? mfa.enroll.pushTitle : mfa.verify.title;
  const said = failure && isDenied && !isUnsent ? { refusal: mfa.verify.denied } : failure?.problem;
  return (
    <AuthCard
      {...card}
      ref={ref}
      tabIndex={-1}
      heading={title === undefined ? words : title}
      label={words}
      text={enrollment ? mfa.enroll.pushText : mfa.verify.text[factor](name)}
      data-state={isDenied ? "denied" : "waiting"}
    >
      {enrollment && <MfaSetUp enrollment={enrollment} label={words} />}
      {tryAgain && (
        <form
          {...partProps("form")}
          method="post"
          noValidate
          data-state={answer.submit}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (answer.submit === "ready") tryAgain();
          }}
        >
          <FormActions
            words={{ submit: mfa.retry, pending: mfa.waiting, done: mfa.verify.done }}
            progress={answer}
          />
        </form>
      )}
      <MfaWays {...step} again={isDenied ? undefined : step.again} />
      <FormOutcome
        progress={{
          // To wait for somebody is not to be slow.
          submit: "ready",
          failure: failure && said && { ...failure, problem: said },
          hosted: undefined,
        }}
      />
    </AuthCard>
  );
}
