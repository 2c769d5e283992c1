"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { linkAccountsWords } from "../i18n/en/link-accounts.js";
import { useMessages } from "../i18n/messages-provider.js";
import type { Messages } from "../i18n/messages.js";
import { nameOf } from "../parts/account-row.js";
import { AuthCard } from "../parts/auth-card.js";
import type { FormViewProps } from "../parts/form-card.js";
import type { LinkAccountsStep } from "./link-accounts-step.js";
import { ListNewsView } from "./list-news-view.js";

/** What `LinkAccountsView` takes; its children are what the step shows. */
export interface LinkAccountsViewProps extends Omit<FormViewProps, "text"> {
  readonly step: Exclude<LinkAccountsStep, { readonly step: "nobody" }>;
}

/** The card that all steps share: its title and what it tells change with them. */
export function LinkAccountsView(props: LinkAccountsViewProps): ReactNode {
  const { step, title, onBack, autoFocus: _autoFocus, children, ...card } = props;
  const { linkAccounts: words } = useMessages(linkAccountsWords);
  const isList = step.step === "list";
  const heading = headingOf(step, words);
  const element = useRef<HTMLElement>(null);
  const shown = useRef(step.step);

  // What had the focus is gone with its step, so it goes to the new one, unless something there has taken it.
  useEffect(() => {
    if (shown.current === step.step) return;
    shown.current = step.step;
    if (!element.current?.contains(document.activeElement)) element.current?.focus();
  }, [step.step]);

  return (
    <AuthCard
      {...card}
      ref={element}
      tabIndex={-1}
      heading={isList && title !== undefined ? title : heading}
      label={heading}
      text={textOf(step, words)}
      onBack={backOf(step, onBack)}
      data-state={step.step}
    >
      {children}
      <ListNewsView step={step} />
    </AuthCard>
  );
}

/** A question has a button that says no. */
function backOf(step: LinkAccountsViewProps["step"], onBack: (() => void) | undefined) {
  if (step.step === "list") return onBack;
  return step.step === "address" || step.step === "code" ? step.cancel : undefined;
}

function headingOf(step: LinkAccountsViewProps["step"], words: Messages["linkAccounts"]): string {
  switch (step.step) {
    case "list":
      return words.title;
    case "address":
      return step.channel === "email" ? words.email.title : words.phone.title;
    case "code":
      return words.code.title;
    case "confirm":
      return words.confirm.title;
    case "unlink":
      return words.unlinkConfirm.title;
    default:
      return step satisfies never;
  }
}

function textOf(step: LinkAccountsViewProps["step"], words: Messages["linkAccounts"]) {
  switch (step.step) {
    case "list":
      if (step.reading === "failed") return undefined;
      // While they are on their way, it keeps the place of what comes.
      if (step.accounts.length !== 1) return words.text;
      return step.offers.length > 0 || step.byCode ? words.alone : undefined;
    case "address":
      return step.channel === "email" ? words.email.text : words.phone.text;
    case "code":
      return words.code.text(step.challenge.destination);
    case "confirm":
      return words.confirm.text(nameOf(step.primary, words), nameOf(step.other, words));
    case "unlink":
      return words.unlinkConfirm.text(nameOf(step.account, words));
    default:
      return step satisfies never;
  }
}
