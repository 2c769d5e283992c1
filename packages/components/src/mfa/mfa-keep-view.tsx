"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard } from "../parts/auth-card.js";
import { Button } from "../parts/button.js";
import { CheckboxField } from "../parts/checkbox-field.js";
import type { FormViewProps } from "../parts/form-card.js";
import { usePartProps } from "../parts/part-props.js";
import { SecretCode } from "../parts/secret-code.js";
import { useArrival } from "../parts/use-arrival.js";
import type { MfaKeeping } from "./mfa-form-steps.js";

/** What `MfaKeepView` takes. */
export interface MfaKeepViewProps extends Omit<FormViewProps, "title"> {
  readonly step: MfaKeeping;
}

/** How recovery codes look, this once; nobody goes on without having said that they are in a safe place. */
export function MfaKeepView({ step, autoFocus, ...card }: MfaKeepViewProps): ReactNode {
  const { codes, proceed } = step;
  const words = useMessages(mfaWords).mfa.recovery;
  const partProps = usePartProps();
  const ref = useArrival<HTMLElement>(autoFocus);
  const [isMissing, setMissing] = useState(false);
  return (
    <AuthCard
      {...card}
      ref={ref}
      tabIndex={-1}
      heading={words.title}
      label={words.title}
      text={words.text}
    >
      {codes.map((code) => (
        <SecretCode key={code} code={code} />
      ))}
      <form {...partProps("form")} method="post" noValidate onSubmit={submit}>
        <CheckboxField
          name="saved"
          label={words.saved}
          error={isMissing && words.required}
          aria-required
          onChange={() => setMissing(false)}
        />
        <Button type="submit" variant="primary">
          {words.submit}
        </Button>
      </form>
    </AuthCard>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const box = event.currentTarget.elements.namedItem("saved");
    if (!(box instanceof HTMLInputElement)) return;
    if (box.checked) {
      proceed();
      return;
    }
    setMissing(true);
    box.focus();
  }
}
