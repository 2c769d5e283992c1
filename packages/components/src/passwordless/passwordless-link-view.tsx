"use client";

import type { ReactNode } from "react";
import { passwordlessWords } from "../i18n/en/passwordless.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard } from "../parts/auth-card.js";
import type { FormViewProps } from "../parts/form-card.js";
import { FormOutcome } from "../parts/form-outcome.js";
import type { Failure } from "../parts/form-progress.js";
import { useArrival } from "../parts/use-arrival.js";

/** What `PasswordlessLinkView` takes. */
export interface PasswordlessLinkViewProps extends FormViewProps {
  readonly destination: string;
  readonly isSending: boolean;
  readonly failure: Failure | undefined;
  /** Stand below the words. */
  readonly ways: ReactNode;
}

/** How the step looks at which the reader opens a link. */
export function PasswordlessLinkView(props: PasswordlessLinkViewProps): ReactNode {
  const { destination, isSending, failure, ways, title, autoFocus, ...card } = props;
  const { link: words } = useMessages(passwordlessWords).passwordless;
  const element = useArrival<HTMLElement>(autoFocus);

  return (
    <AuthCard
      {...card}
      ref={element}
      tabIndex={-1}
      heading={title === undefined ? words.title : title}
      label={words.title}
      text={words.text(destination)}
      data-state="sent"
    >
      {ways}
      <FormOutcome
        progress={{ submit: isSending ? "pending" : "ready", failure, hosted: undefined }}
      />
    </AuthCard>
  );
}
