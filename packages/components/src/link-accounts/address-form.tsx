"use client";

import type { ReactNode } from "react";
import { usePhoneNumbers } from "../form/phone-numbers.js";
import {
  emailSchema,
  phoneJudge,
  type EmailValues,
  type PhoneValues,
} from "../form/step-schemas.js";
import { linkAccountsWords } from "../i18n/en/link-accounts.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { PhoneField } from "../parts/phone-field.js";
import { EmailField } from "../parts/email-field.js";
import type { AddressStep } from "./link-accounts-step.js";
import { StepFormView } from "./step-form-view.js";
import { useStepForm } from "./use-step-form.js";

/** Asks where the code should go. */
export function AddressForm({ step }: { readonly step: AddressStep }): ReactNode {
  return step.channel === "email" ? <EmailForm step={step} /> : <PhoneForm step={step} />;
}

function EmailForm({ step }: { readonly step: AddressStep }): ReactNode {
  const messages = useMessages(linkAccountsWords);
  const { linkAccounts, locale } = messages;
  const form = useStepForm<EmailValues>(
    {
      schema: emailSchema,
      fields: ["email"],
      secrets: [],
      retry: "email",
      defaultValues: { email: step.address ?? "" },
    },
    step.state,
    ({ email }) => step.send({ email }, locale),
  );
  const { problem, ...email } = form.field("email");
  return (
    <StepFormView form={form} words={linkAccounts.email}>
      <EmailField
        {...email}
        enterKeyHint="send"
        autoFocus
        error={problem && translate(messages, problem)}
      />
    </StepFormView>
  );
}

function PhoneForm({ step }: { readonly step: AddressStep }): ReactNode {
  const messages = useMessages(linkAccountsWords);
  const { fields, linkAccounts, locale } = messages;
  const form = useStepForm<PhoneValues>(
    {
      schema: phoneJudge(usePhoneNumbers()),
      fields: ["phone", "phone_country"],
      secrets: [],
      retry: "phone",
      defaultValues: { phone: step.address ?? "", phone_country: "" },
    },
    step.state,
    ({ phone: phoneNumber }) => step.send({ phoneNumber }, locale),
  );
  const { problem, ...phone } = form.field("phone");
  const { problem: _problem, ...country } = form.field("phone_country");
  return (
    <StepFormView form={form} words={linkAccounts.phone}>
      <PhoneField
        {...phone}
        country={country}
        label={fields.phone}
        enterKeyHint="send"
        aria-required
        autoFocus
        error={problem && translate(messages, problem)}
      />
    </StepFormView>
  );
}
