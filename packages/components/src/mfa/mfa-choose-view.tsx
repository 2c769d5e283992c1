"use client";

import type { ReactNode } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard } from "../parts/auth-card.js";
import { Button } from "../parts/button.js";
import { ChoiceList } from "../parts/choice-list.js";
import { Countdown } from "../parts/countdown.js";
import type { FormViewProps } from "../parts/form-card.js";
import { FormOutcome } from "../parts/form-outcome.js";
import { FactorIcon } from "../parts/icons.js";
import { usePartProps } from "../parts/part-props.js";
import { useArrival } from "../parts/use-arrival.js";
import type { MfaChoosing } from "./mfa-form-steps.js";

/** What `MfaChooseView` takes. */
export interface MfaChooseViewProps extends FormViewProps {
  readonly step: MfaChoosing;
}

/** How the choice of a factor looks, or of one to set up. */
export function MfaChooseView({ step, title, autoFocus, ...card }: MfaChooseViewProps): ReactNode {
  const { authenticators, enrollable, asked, progress, hostedWay } = step;
  const { submit, failure, coolDown } = progress;
  const { mfa, progress: words } = useMessages(mfaWords);
  const partProps = usePartProps();
  const isEmpty = authenticators?.length === 0;
  const isElsewhere = isEmpty && enrollable.length === 0;
  const isLost = !authenticators && failure !== undefined;
  const heading = enrollable.length > 0 ? mfa.enroll : mfa.choose;
  const at = isElsewhere ? "elsewhere" : authenticators ? "list" : isLost ? "lost" : "loading";
  const ref = useArrival<HTMLElement>(autoFocus, at);
  const list = { pending: submit === "pending" ? asked : undefined, isHeld: submit !== "ready" };
  const elsewhere = { problem: { refusal: mfa.elsewhere }, attempt: 0, isStale: false };
  return (
    <AuthCard
      {...card}
      ref={ref}
      tabIndex={-1}
      heading={title === undefined ? heading.title : title}
      label={heading.title}
      text={
        at === "loading" ? <span role="status">{mfa.loading}</span> : at === "list" && heading.text
      }
      data-state={at}
    >
      {authenticators && authenticators.length > 0 && (
        <ChoiceList
          {...list}
          aria-label={heading.title}
          choices={authenticators.map(({ id, factor, name }) => ({
            id,
            icon: <FactorIcon factor={factor} />,
            label: mfa.factors[factor],
            detail: name,
          }))}
          onChoose={(id) => {
            const chosen = authenticators.find((one) => one.id === id);
            if (chosen) void step.choose(chosen);
          }}
        />
      )}
      {enrollable.length > 0 && (
        <ChoiceList
          {...list}
          aria-label={heading.title}
          choices={enrollable.map((factor) => ({
            id: factor,
            icon: <FactorIcon factor={factor} />,
            label: mfa.factors[factor],
          }))}
          onChoose={(id) => {
            const chosen = enrollable.find((factor) => factor === id);
            if (chosen) void step.enroll(chosen);
          }}
        />
      )}
      <FormOutcome
        progress={
          isElsewhere ? { submit: "ready", failure: elsewhere, hosted: hostedWay } : progress
        }
      >
        {isLost && (
          <Button
            variant="primary"
            aria-disabled={submit === "ready" ? undefined : true}
            data-state={submit}
            onClick={() => {
              if (submit === "ready") void step.retry();
            }}
          >
            {mfa.retry}
          </Button>
        )}
        {coolDown && (
          <p {...partProps("notice")} aria-hidden="true">
            <Countdown key={failure?.attempt} {...coolDown}>
              {words.wait}
            </Countdown>
          </p>
        )}
      </FormOutcome>
    </AuthCard>
  );
}
