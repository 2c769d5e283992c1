"use client";

import {
  useId,
  type ComponentPropsWithoutRef,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useMessages } from "../i18n/messages-provider.js";
import { translate, type Problem } from "../i18n/translate.js";
import { AuthCard } from "./auth-card.js";
import { FormActions, type FormActionsProps } from "./form-actions.js";
import type { FormProgress } from "./form-progress.js";
import { partProps } from "./part-props.js";
import { PasswordField } from "./password-field.js";
import { TextButton } from "./text-button.js";
import { TextField } from "./text-field.js";

/** For the form element. */
export interface FormProps {
  /** Should the browser send the form before React is there, then never in the address. */
  readonly method: "post";
  readonly noValidate: true;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
}

/** What an input is bound with, and what is wrong with it. */
export interface BoundField extends UseFormRegisterReturn {
  readonly problem: Problem | undefined;
}

/** Everything that a form of e-mail address and password shows and does, for a view of your own. */
export interface CredentialsForm extends FormProgress {
  readonly props: FormProps;
  readonly email: BoundField;
  readonly password: BoundField;
  /** Which field a reader starts with. */
  readonly first: "email" | "password";
  /** What stands in the e-mail field. */
  readonly typedEmail: () => string;
}

/** What the views take besides the attributes of their card. */
export interface CredentialsViewProps extends Omit<ComponentPropsWithoutRef<"section">, "title"> {
  readonly form: CredentialsForm;
  /** Replaces the title; null leaves it out. */
  readonly title?: ReactNode;
}

/** What `CredentialsCard` takes. */
export interface CredentialsCardProps extends CredentialsViewProps {
  readonly words: FormActionsProps["words"] & {
    readonly title: string;
    readonly otherQuestion: string;
    readonly other: string;
  };
  readonly emailToken: "username" | "email";
  readonly passwordToken: "current-password" | "new-password";
  readonly passwordLabel: string;
  /** Stands below the password, tied to it by the id. */
  readonly checklist?: ((id: string) => ReactNode) | undefined;
  /** Leads to the other form, with the e-mail address typed so far. */
  readonly onOther: ((email: string) => void) | undefined;
}

/** A card with a form of e-mail address and password. */
export function CredentialsCard(props: CredentialsCardProps): ReactNode {
  const { form, words, title, autoFocus, checklist, onOther, ...rest } = props;
  const { emailToken, passwordToken, passwordLabel, ...native } = rest;
  const messages = useMessages();
  const checklistId = useId();
  const focused = autoFocus ? form.first : undefined;
  const { problem: emailProblem, ...email } = form.email;
  const { problem: passwordProblem, ...password } = form.password;
  return (
    <AuthCard {...native} heading={title === undefined ? words.title : title} label={words.title}>
      <form {...form.props} {...partProps("form")} data-state={form.submit}>
        <TextField
          {...email}
          label={messages.fields.email}
          type="email"
          inputMode="email"
          autoComplete={emailToken}
          autoCapitalize="none"
          spellCheck={false}
          aria-required
          autoFocus={focused === "email"}
          error={emailProblem && translate(messages, emailProblem)}
        />
        <PasswordField
          {...password}
          label={passwordLabel}
          autoComplete={passwordToken}
          aria-required
          aria-describedby={checklist && checklistId}
          autoFocus={focused === "password"}
          error={passwordProblem && translate(messages, passwordProblem)}
        >
          {checklist?.(checklistId)}
        </PasswordField>
        <FormActions progress={form} words={words} />
      </form>
      {onOther && (
        <p {...partProps("footer")}>
          {words.otherQuestion}{" "}
          <TextButton onClick={() => onOther(form.typedEmail())}>{words.other}</TextButton>
        </p>
      )}
    </AuthCard>
  );
}
