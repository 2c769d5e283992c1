"use client";

import { useId, type ReactNode } from "react";
import { passwordlessWords } from "../i18n/en/passwordless.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { CodeField } from "../parts/code-field.js";
import { FormCard, type FormCardProps, type FormViewProps } from "../parts/form-card.js";

/** What `PasswordlessCodeView` takes. */
export interface PasswordlessCodeViewProps extends FormViewProps {
  readonly form: FormCardProps["form"] & {
    readonly code: BoundField;
    readonly destination: string;
  };
  readonly codeLength?: number | undefined;
  /** Stands below the form's button. */
  readonly ways: ReactNode;
}

/** How the step looks that asks for the code. */
export function PasswordlessCodeView(props: PasswordlessCodeViewProps): ReactNode {
  const { form, codeLength, ways, autoFocus, ...card } = props;
  const messages = useMessages(passwordlessWords);
  const { code: words } = messages.passwordless;
  const { problem, ...code } = form.code;
  const textId = useId();
  return (
    <FormCard
      {...card}
      text={<span id={textId}>{words.text(form.destination)}</span>}
      form={form}
      words={words}
      after={ways}
    >
      <CodeField
        {...code}
        label={messages.fields.code}
        length={codeLength}
        autoFocus={autoFocus}
        // Read out with the focus, which comes here by itself.
        aria-describedby={textId}
        error={problem && translate(messages, problem)}
      />
    </FormCard>
  );
}
