"use client";

import type { ReactNode } from "react";
import { Block, blockProps, type BlockProps, type CardLooks } from "../form/block.js";
import type { PhoneFieldProps } from "../parts/phone-field.js";
import { MfaEmailView, MfaPhoneView } from "./mfa-address-view.js";
import { MfaAnswerView } from "./mfa-answer-view.js";
import { MfaChooseView } from "./mfa-choose-view.js";
import { MfaDeviceView } from "./mfa-device-view.js";
import { MfaDoneView, MfaOverView } from "./mfa-end-view.js";
import type { MfaAddressing, MfaAnswering } from "./mfa-form-steps.js";
import { MfaKeepView } from "./mfa-keep-view.js";
import type { MfaStepOptions } from "./step-options.js";
import { useMfaEmailForm, useMfaPhoneForm } from "./use-mfa-address-forms.js";
import { useMfaAnswerForm, useMfaDeviceAnswer } from "./use-mfa-answer-form.js";
import { useMfaForm, type MfaFormOptions } from "./use-mfa-form.js";

/** What `Mfa` takes; all of it optional but the challenge. */
export interface MfaProps extends MfaFormOptions, BlockProps {
  /** Shows "Sign in again" where the sign-in has run out; without it that leads to the tenant's own page. */
  readonly onStartOver?: (() => void) | undefined;
  /** For a phone that is set up: the countries to choose from, and the one to start with. */
  readonly countries?: PhoneFieldProps["countries"];
  readonly defaultCountry?: PhoneFieldProps["defaultCountry"];
}

/**
 * The second factor of a sign-in: one is chosen and answered with, or set up. Keep it on the screen until it calls
 * `onAuthenticated`: whoever signs in with a recovery code gets a new one after the session has begun.
 */
export function Mfa(props: MfaProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const { onStartOver, countries, defaultCountry, ...formOptions } = options;
  return (
    <Block {...surroundings}>
      <Steps {...{ looks, onStartOver, formOptions, phone: { countries, defaultCountry } }} />
    </Block>
  );
}

interface StepsProps {
  readonly looks: CardLooks;
  readonly onStartOver: MfaProps["onStartOver"];
  readonly phone: Pick<MfaProps, "countries" | "defaultCountry">;
  readonly formOptions: MfaFormOptions;
}

function Steps({ looks, onStartOver, phone, formOptions: options }: StepsProps): ReactNode {
  const step = useMfaForm(options);
  const { className, style, onBack } = looks;
  const autoFocus = looks.autoFocus || step.isBegun;
  const surface = { className, style, autoFocus };
  switch (step.step) {
    case "choose":
      return <MfaChooseView {...looks} autoFocus={autoFocus} step={step} />;
    case "address": {
      const shared = { ...surface, options, step, onBack: step.back };
      return step.factor === "email" ? <Email {...shared} /> : <Phone {...shared} {...phone} />;
    }
    case "keep":
      return <MfaKeepView {...surface} step={step} />;
    case "answer": {
      const Answer = step.needsCode ? Code : Device;
      const way = step.back ?? (step.otherWay ? undefined : onBack);
      const own = step.enrollment ? surface : { ...looks, autoFocus };
      return <Answer key={step.factor} {...own} options={options} step={step} onBack={way} />;
    }
    case "expired":
      return <MfaOverView {...surface} onBack={onBack} step={step} onStartOver={onStartOver} />;
    case "done":
      return <MfaDoneView {...surface} />;
    default:
      return step satisfies never;
  }
}

interface OwnProps<Step> extends CardLooks {
  readonly options: MfaStepOptions;
  readonly step: Step;
}

function Code({ options, ...view }: OwnProps<MfaAnswering>): ReactNode {
  return <MfaAnswerView {...view} form={useMfaAnswerForm(view.step, options)} />;
}

function Device({ options: _options, ...view }: OwnProps<MfaAnswering>): ReactNode {
  return <MfaDeviceView {...view} answer={useMfaDeviceAnswer(view.step)} />;
}

function Phone(props: OwnProps<MfaAddressing> & StepsProps["phone"]): ReactNode {
  const { options, step, countries, defaultCountry, ...looks } = props;
  const form = useMfaPhoneForm(step, options);
  return <MfaPhoneView {...looks} form={form} {...{ countries, defaultCountry }} />;
}

function Email({ options, step, ...looks }: OwnProps<MfaAddressing>): ReactNode {
  return <MfaEmailView {...looks} form={useMfaEmailForm(step, options)} />;
}
