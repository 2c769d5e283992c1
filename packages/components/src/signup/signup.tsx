"use client";

import { useRef, type ReactNode } from "react";
import { Block, blockProps, type BlockProps } from "../form/block.js";
import { OtherWays } from "../form/other-ways.js";
import { PolicyChecklist } from "../form/policy-checklist.js";
import type { SocialSectionHandle } from "../form/social-section.js";
import type { PhoneFieldProps } from "../parts/phone-field.js";
import { ExtraField } from "./extra-field.js";
import { SignupAcceptedView } from "./signup-accepted-view.js";
import type { SignupField } from "./signup-field.js";
import { SignupView } from "./signup-view.js";
import { usePlainSignup, type PlainSignup, type SignupFormOptions } from "./use-signup-form.js";

/** What `Signup` takes; all of it optional. */
export interface SignupProps
  extends SignupFormOptions, BlockProps, Pick<PhoneFieldProps, "countries" | "defaultCountry"> {
  /** Shows "Sign in"; called with the e-mail address typed so far. */
  readonly onLogin?: ((email: string) => void) | undefined;
  /** What the reader agrees to, with links to it: as a line above the button, or beside a box where `termsRequired`. */
  readonly terms?: ReactNode;
}

/** Creates an account with e-mail address and password, and whatever else is asked for. */
export function Signup(props: SignupProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const { onLogin, terms, countries, defaultCountry, ...formOptions } = options;
  const { fields = none, username, phone, termsRequired } = formOptions;
  if (termsRequired && !terms) {
    throw new Error(
      "Signup was told that terms are required, and was given none. Nobody could know what to agree to. Pass them as terms.",
    );
  }
  const others = useRef<SocialSectionHandle>(null);
  const form = usePlainSignup(formOptions, () => others.current?.giveUp());
  const { rules, typedPassword, accepted, hosted } = form;
  const { className, style } = looks;
  const checklist = (id: string) => (
    <PolicyChecklist id={id} rules={rules} password={typedPassword} />
  );
  return (
    <Block {...surroundings}>
      {accepted ? (
        <SignupAcceptedView {...{ className, style, onLogin, accepted, hosted }} />
      ) : (
        <SignupView
          {...looks}
          form={form}
          ways={
            <OtherWays
              options={{ ...formOptions, mayLeave: form.mayLeave }}
              isHeld={form.submit === "pending"}
              handle={others}
            />
          }
          optional={[
            ...(username === "optional" ? (["username"] as const) : []),
            ...(phone === "optional" ? (["phone"] as const) : []),
          ]}
          phoneLooks={{ countries, defaultCountry }}
          terms={terms}
          onLogin={onLogin}
          checklist={rules.length > 0 ? checklist : undefined}
          extra={fields.length > 0 && extraFields(fields, form)}
        />
      )}
    </Block>
  );
}

const none: readonly SignupField[] = [];

function extraFields(fields: readonly SignupField[], form: PlainSignup): ReactNode {
  return fields.map((field) => {
    const bound = form.fields[field.name];
    return (
      bound && (
        <ExtraField key={field.name} field={field} bound={bound} onChoices={form.showValue} />
      )
    );
  });
}
