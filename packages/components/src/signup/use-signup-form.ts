"use client";

import { useSignup, type Accepted } from "@portico/react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { PasswordOptions, PasswordPolicy } from "../form/password-rules.js";
import { usePhoneNumbers } from "../form/phone-numbers.js";
import type { AppSchema } from "../form/schema-resolver.js";
import { useCaptcha, type CaptchaAnswer } from "../form/use-captcha.js";
import {
  useSignInForm,
  type SignInForm,
  type SignInOptions,
  type SignInParams,
} from "../form/use-sign-in-form.js";
import { useSocialLogin, type SocialLogin, type SocialOptions } from "../form/use-social-login.js";
import { useViewChange } from "../form/use-view-change.js";
import type { BoundField } from "../parts/bound-field.js";
import type { CaptchaBoxProps, RenderCaptcha } from "../parts/captcha-box.js";
import { checkFields } from "./check-fields.js";
import {
  firstField,
  initialValues,
  inputNames,
  unseenNames,
  type FirstField,
  type SignupDefaults,
} from "./initial-values.js";
import { newUser } from "./new-user.js";
import type { SignupField } from "./signup-field.js";
import {
  invitedSignup,
  signupSchema,
  type SignupShape,
  type SignupValues,
} from "./signup-schema.js";
import { useAskedValues } from "./use-asked-values.js";
import { usePasswordCheck, type PasswordCheck } from "./use-password-check.js";
import { useUndisclosed } from "./use-undisclosed.js";

/** What `useSignupForm` takes. */
export interface SignupFormOptions extends SignInOptions, SocialOptions {
  /** What the form starts with. Read once. */
  readonly defaultValues?: SignupDefaults | undefined;
  /** Called when nobody was signed in, with the address: the account is there or, undisclosed, was there before. */
  readonly onAccepted?: ((email: string) => void) | undefined;
  /** Called when the form has given way to the end of it. */
  readonly onViewChange?: ((view: "form" | "accepted") => void) | undefined;
  /**
   * Whether to sign in at once; false if not given, since it tells by its nature that an address was new here.
   */
  readonly signIn?: boolean | undefined;
  /** Whether to say that an address has an account already; false if not given. */
  readonly discloseAccounts?: boolean | undefined;
  /** The connection's password policy, to judge by while typing; without it the tenant alone judges. */
  readonly passwordPolicy?: PasswordPolicy | PasswordOptions | undefined;
  /** Asks for a username; false if not given. */
  readonly username?: boolean | "optional" | undefined;
  /** How many characters the connection lets a username have; 15 if not given, as at Auth0. */
  readonly usernameLength?: number | undefined;
  /** Asks for a phone number; false if not given. */
  readonly phone?: boolean | "optional" | undefined;
  /**
   * Judges what our own rules let pass, before anything is sent, and its messages are shown: at the field that they are
   * about, or else with the form. It gets all that the form holds, fields of your own by their names, and the password,
   * which is then in your hands.
   */
  readonly schema?: AppSchema<SignupValues> | undefined;
  /** What else to ask for, in this order. */
  readonly fields?: readonly SignupField[] | undefined;
  /**
   * Whether the terms have to be agreed to, before other ways in as well; when they were goes to the metadata as
   * `terms_accepted_at`. False if not given.
   */
  readonly termsRequired?: boolean | undefined;
  /** Shows a captcha above the button; its answer goes along. */
  readonly captcha?: RenderCaptcha | undefined;
}

/** Everything that a sign-up form shows and does, for a view of your own. */
export interface SignupForm extends Omit<PlainSignup, "mayLeave"> {
  /** The other ways in. */
  readonly social: SocialLogin;
}

/** Everything that a sign-up form shows and does, but for the other ways in. */
export interface PlainSignup
  extends Omit<SignInForm<SignupValues>, "field" | "control">, PasswordCheck {
  readonly email: BoundField;
  readonly password: BoundField;
  /** Undefined where it is not asked for, and so are the ones below. */
  readonly username: BoundField | undefined;
  readonly phone: BoundField | undefined;
  readonly phoneCountry: BoundField | undefined;
  readonly terms: BoundField | undefined;
  /** The app's own fields, by their names. */
  readonly fields: Readonly<Record<string, BoundField>>;
  /** Shows once more what the form holds under a name, to be called when the choices of a list have come. */
  readonly showValue: (name: string) => void;
  /** For `CaptchaBox`, or for the app's own. */
  readonly captcha: CaptchaBoxProps | undefined;
  /** Whether another way in may be gone; if not, the form says why. */
  readonly mayLeave: () => boolean;
  /** Which field a reader starts with. */
  readonly first: FirstField;
  /** What stands in the e-mail field. */
  readonly typedEmail: () => string;
  /** The form is done, and nobody was signed in. */
  readonly accepted: SignupAccepted | undefined;
}

/** What may be said at the end: nothing of whether there was an account, or that it is there, or what it waits for. */
export interface SignupAccepted {
  readonly destination: string;
  readonly wording: "neutral" | "created" | "unconfirmed";
}

/** A sign-up form without its looks: react-hook-form holds the values, `useSignup` sends them. */
export function useSignupForm(options: SignupFormOptions = {}): SignupForm {
  const giveUp = useRef<() => void>(undefined);
  const { mayLeave, ...form } = usePlainSignup(options, () => giveUp.current?.());
  const social = useSocialLogin({ ...options, mayLeave });
  useEffect(() => {
    giveUp.current = social.giveUp;
  });
  return { ...form, social };
}

/** Binds a sign-up form to `useSignup`. `giveUpOther` is called when it is sent: it gives up another way in. */
export function usePlainSignup(options: SignupFormOptions, giveUpOther: () => void): PlainSignup {
  const { onAccepted, signIn = false, discloseAccounts = false, defaultValues, ...rest } = options;
  const shape = useShape(options);
  const { signup, state } = useSignup();
  const undisclosed = useUndisclosed(state, discloseAccounts);
  const captcha = useCaptcha(options.captcha);
  const numbers = usePhoneNumbers();
  const schema = useMemo(() => signupSchema(shape, numbers), [shape, numbers]);
  const { field, control, ...form } = useSignInForm<SignupValues>(
    {
      schema,
      appSchema: options.schema,
      fields: inputNames(shape),
      unseen: unseenNames(shape),
      secrets: ["password"],
      retry: "password",
      deps: { phone_country: "phone" },
      defaultValues: initialValues(shape, defaultValues),
    },
    {
      state: undisclosed.state,
      run(values, params) {
        // As in a login: whoever sends the form has given up the window of another way in.
        giveUpOther();
        return captcha.spend((answer) => send(values, { ...params, ...answer }));
      },
      onAccepted,
      captcha,
      invited: invitedSignup(shape, options.invitation),
    },
    rest,
    ({ email }) => email?.trim(),
  );
  useAskedValues(shape.fields, control);
  const { getValue, setValue, judgeInput } = control;
  const showValue = useCallback(
    (name: string) => setValue(name, getValue(name) ?? ""),
    [getValue, setValue],
  );
  const check = usePasswordCheck(shape.policy, form.latestError, control);
  const { outcome } = undisclosed.state.status === "succeeded" ? undisclosed.state : {};
  useViewChange(outcome?.kind === "accepted" ? "accepted" : "form", options.onViewChange);
  const isTold = signIn || discloseAccounts;
  // In the order in which they stand, which is the order in which wrong ones get the focus.
  return {
    ...form,
    ...check,
    email: field("email"),
    phone: shape.phone ? field("phone") : undefined,
    phoneCountry: shape.phone ? field("phone_country") : undefined,
    username: shape.username ? field("username") : undefined,
    password: field("password"),
    fields: Object.fromEntries(shape.fields.map(({ name }) => [name, field(name)])),
    terms: shape.termsRequired ? judgedAtOnce(field("terms")) : undefined,
    captcha: form.isInvited ? undefined : captcha.box,
    mayLeave: hasAgreed,
    first: firstField(shape, defaultValues),
    typedEmail: () => (getValue("email") ?? "").trim(),
    accepted:
      outcome?.kind === "accepted"
        ? acceptedOf(outcome, isTold && !undisclosed.isHidden)
        : undefined,
    showValue,
  };

  function send(values: SignupValues, params: SignInParams & CaptchaAnswer) {
    const user = newUser(values, shape);
    return undisclosed.hide(signup({ ...user, ...params, signIn }), values.email);
  }

  function hasAgreed(): boolean {
    if (!shape.termsRequired || getValue("terms") === true) return true;
    void judgeInput("terms", { shouldFocus: true });
    return false;
  }

  /** Before a form was sent once, nothing else would take back what is said of it. */
  function judgedAtOnce(terms: BoundField): BoundField {
    return {
      ...terms,
      onChange: async (event) => {
        await terms.onChange(event);
        if (terms.problem) await judgeInput("terms");
      },
    };
  }
}

function useShape(options: SignupFormOptions): SignupShape {
  const { passwordPolicy: policy, username = false, phone = false, fields = noFields } = options;
  const { usernameLength = 15, termsRequired = false } = options;
  return useMemo(() => {
    const shape = { policy, username, usernameLength, phone, fields, termsRequired };
    checkFields(shape);
    return shape;
  }, [policy, username, usernameLength, phone, fields, termsRequired]);
}

function acceptedOf({ destination, signInError }: Accepted, isTold: boolean): SignupAccepted {
  if (!isTold) return { destination, wording: "neutral" };
  const isUnconfirmed = signInError?.code === "requires_verification";
  return { destination, wording: isUnconfirmed ? "unconfirmed" : "created" };
}

const noFields: readonly SignupField[] = [];
