"use client";

import type { ReactNode } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { FormCard, type FormCardProps, type FormViewProps } from "../parts/form-card.js";
import { PhoneField, type PhoneFieldProps } from "../parts/phone-field.js";
import { EmailField } from "../parts/email-field.js";

/** What `MfaPhoneView` takes. */
export interface MfaPhoneViewProps extends FormViewProps {
  readonly form: FormCardProps["form"] & {
    readonly phone: BoundField;
    readonly phoneCountry: BoundField;
  };
  readonly countries: PhoneFieldProps["countries"];
  readonly defaultCountry: PhoneFieldProps["defaultCountry"];
}

/** How the question for the phone of a new factor looks. */
export function MfaPhoneView(props: MfaPhoneViewProps): ReactNode {
  const { form, countries, defaultCountry, autoFocus, ...card } = props;
  const messages = useMessages(mfaWords);
  const { mfa, fields } = messages;
  const { problem, ...phone } = form.phone;
  const { problem: _problem, ...country } = form.phoneCountry;
  return (
    <FormCard {...card} form={form} words={useAddressWords(mfa.enroll.phoneTitle)}>
      <PhoneField
        {...phone}
        country={country}
        countries={countries}
        defaultCountry={defaultCountry}
        label={fields.phone}
        enterKeyHint="send"
        aria-required
        autoFocus={autoFocus}
        error={problem && translate(messages, problem)}
      />
    </FormCard>
  );
}

/** What `MfaEmailView` takes. */
export interface MfaEmailViewProps extends FormViewProps {
  readonly form: FormCardProps["form"] & { readonly email: BoundField };
}

/** How the question for the address of a new factor looks. */
export function MfaEmailView({ form, autoFocus, ...card }: MfaEmailViewProps): ReactNode {
  const messages = useMessages(mfaWords);
  const { mfa } = messages;
  const { problem, ...email } = form.email;
  return (
    <FormCard {...card} form={form} words={useAddressWords(mfa.enroll.emailTitle)}>
      <EmailField
        {...email}
        enterKeyHint="send"
        autoFocus={autoFocus}
        error={problem && translate(messages, problem)}
      />
    </FormCard>
  );
}

function useAddressWords(title: string): FormCardProps["words"] {
  const { enroll, verify } = useMessages(mfaWords).mfa;
  return { title, submit: enroll.submit, pending: enroll.pending, done: verify.done };
}
