"use client";

import type { ReactNode } from "react";
import { Block, blockProps, type BlockProps, type CardLooks } from "../form/block.js";
import { useMessages } from "../i18n/messages-provider.js";
import type { PhoneFieldProps } from "../parts/phone-field.js";
import { MessageWays } from "./message-ways.js";
import { PasswordlessCodeView } from "./passwordless-code-view.js";
import { PasswordlessEmailView } from "./passwordless-email-view.js";
import type { PasswordlessForm, PasswordlessFormOptions } from "./passwordless-form.js";
import { PasswordlessLinkView } from "./passwordless-link-view.js";
import { PasswordlessPhoneView } from "./passwordless-phone-view.js";
import { StartWays } from "./start-ways.js";
import { usePasswordlessForm } from "./use-passwordless-form.js";

/** What `Passwordless` takes; all of it optional. */
export interface PasswordlessProps extends PasswordlessFormOptions, BlockProps, ViewOptions {}

interface ViewOptions extends Pick<PhoneFieldProps, "countries" | "defaultCountry"> {
  /** How many digits a code has, from which on it is sent by itself; 6 if not given, 0 never sends. */
  readonly codeLength?: number | undefined;
  /** Shows "Sign in with a password instead"; called with the address or number typed so far. */
  readonly onPassword?: ((identifier: string) => void) | undefined;
}

/** Sign-in with a code or a link by e-mail, or a code by text message. */
export function Passwordless(props: PasswordlessProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const { codeLength, onPassword, countries, defaultCountry, ...formOptions } = options;
  const { locale } = useMessages();
  const language = formOptions.language ?? surroundings.messages?.locale ?? locale;
  const form = usePasswordlessForm({ ...formOptions, language });
  return (
    <Block {...surroundings}>
      <StepView {...{ looks, form, codeLength, onPassword, countries, defaultCountry }} />
    </Block>
  );
}

interface StepViewProps extends ViewOptions {
  readonly looks: CardLooks;
  readonly form: PasswordlessForm;
}

function StepView({ looks, form, ...options }: StepViewProps): ReactNode {
  const { codeLength, onPassword, countries, defaultCountry } = options;
  const autoFocus = form.hasMoved || looks.autoFocus;
  const first = { ...looks, autoFocus };
  // What the app says at the first step is not about the next one, and back is one step only.
  const next = {
    ...first,
    title: looks.title === null ? null : undefined,
    message: undefined,
  };
  switch (form.step) {
    case "email":
      return (
        <PasswordlessEmailView
          {...first}
          form={form}
          ways={<StartWays form={form} onPassword={onPassword} />}
        />
      );
    case "phone":
      return (
        <PasswordlessPhoneView
          {...first}
          form={form}
          countries={countries}
          defaultCountry={defaultCountry}
          ways={<StartWays form={form} onPassword={onPassword} />}
        />
      );
    case "code":
      return (
        <PasswordlessCodeView
          {...next}
          onBack={looks.onBack && form.restart}
          form={{ ...form, failure: form.failure ?? form.resend.failure }}
          codeLength={codeLength}
          ways={<MessageWays message={form} />}
        />
      );
    case "link":
      return (
        <PasswordlessLinkView
          {...next}
          onBack={looks.onBack && form.restart}
          destination={form.destination}
          isSending={form.resend.status === "pending"}
          failure={form.resend.failure}
          ways={<MessageWays message={form} />}
        />
      );
    default:
      return form satisfies never;
  }
}
