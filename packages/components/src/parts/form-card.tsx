"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard, type AuthCardProps } from "./auth-card.js";
import type { FormProps } from "./bound-field.js";
import { FormActions, type FormActionsProps } from "./form-actions.js";
import { FormOutcome } from "./form-outcome.js";
import type { FormProgress } from "./form-progress.js";
import { usePartProps } from "./part-props.js";

/** What a view takes besides the attributes of its card: the looks that every component can be given. */
export interface FormViewProps extends Omit<AuthCardProps, "title" | "heading" | "label"> {
  /** Replaces the title; null leaves it out. */
  readonly title?: ReactNode;
}

/** What `FormCard` takes besides. */
export interface FormCardProps extends FormViewProps {
  readonly form: FormProgress & {
    readonly props: FormProps;
    /** Whether it leads to the tenant's own page, where an invitation is taken up. */
    readonly isInvited?: boolean;
  };
  readonly words: FormActionsProps["words"] & { readonly title: string };
  /** Stands above the form, such as the buttons of other ways in. */
  readonly before?: ReactNode;
  /** Stands below the form's button, such as a way to another step. */
  readonly after?: ReactNode;
  /** Stands below what went wrong, and leads out of it: the one primary button then. */
  readonly remedy?: ReactNode;
}

/** A card with a form: its fields are the children. */
export function FormCard(props: FormCardProps): ReactNode {
  const { form, words, title, text, before, after, remedy, children, ...card } = props;
  const partProps = usePartProps();
  const { hosted } = useMessages().progress;
  const { isInvited = false } = form;
  return (
    <AuthCard
      {...card}
      heading={title === undefined ? words.title : title}
      label={words.title}
      text={!isInvited && text}
    >
      {before}
      <form {...form.props} {...partProps("form")} data-state={form.submit}>
        {children}
        <FormActions
          progress={form}
          words={isInvited ? { ...words, submit: hosted } : words}
          isSecond={Boolean(remedy)}
        />
      </form>
      {!isInvited && after}
      <FormOutcome progress={form}>{remedy}</FormOutcome>
    </AuthCard>
  );
}
