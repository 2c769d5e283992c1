"use client";

import type { ReactNode } from "react";
import { passwordlessWords } from "../i18n/en/passwordless.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { CaptchaBox, type CaptchaBoxProps } from "../parts/captcha-box.js";
import { FormCard, type FormCardProps, type FormViewProps } from "../parts/form-card.js";
import { PhoneField, type PhoneFieldProps } from "../parts/phone-field.js";

/** What `PasswordlessPhoneView` takes. */
export interface PasswordlessPhoneViewProps
  extends FormViewProps, Pick<PhoneFieldProps, "countries" | "defaultCountry"> {
  readonly form: FormCardProps["form"] & {
    readonly phone: BoundField;
    readonly country: BoundField;
    readonly captcha: CaptchaBoxProps | undefined;
  };
  /** Stands below the form's button. */
  readonly ways: ReactNode;
}

/** How the step looks that asks for a phone number. */
export function PasswordlessPhoneView(props: PasswordlessPhoneViewProps): ReactNode {
  const { form, ways, countries, defaultCountry, autoFocus, ...card } = props;
  const messages = useMessages(passwordlessWords);
  const { phone: words } = messages.passwordless;
  const { problem, ...phone } = form.phone;
  return (
    <FormCard {...card} text={words.text} form={form} words={words} after={ways}>
      {!form.isInvited && (
        <PhoneField
          {...phone}
          country={form.country}
          countries={countries}
          defaultCountry={defaultCountry}
          label={messages.fields.phone}
          enterKeyHint="send"
          aria-required
          autoFocus={autoFocus}
          error={problem && translate(messages, problem)}
        />
      )}
      {form.captcha && <CaptchaBox {...form.captcha} />}
    </FormCard>
  );
}
