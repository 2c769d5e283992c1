export { Login, type LoginProps } from "./login/login.js";
export { useLoginForm, type LoginForm, type LoginFormOptions } from "./login/use-login-form.js";
export { Signup, type SignupProps } from "./signup/signup.js";
export {
  useSignupForm,
  type SignupForm,
  type SignupFormOptions,
} from "./signup/use-signup-form.js";
export type { BlockProps } from "./form/block.js";
export type { BeforeSubmit } from "./form/use-consent.js";
export type { SignInOptions } from "./form/use-sign-in-form.js";
export { placeError, type Place } from "./form/place-error.js";
export { judgePassword, policyRules, type PasswordPolicy } from "./form/password-rules.js";
export type { LiveValue } from "./form/policy-checklist.js";
export { MessagesProvider, type MessagesProviderProps } from "./i18n/messages-provider.js";
export type { FormWords, Messages, PartialMessages, ValidationKey } from "./i18n/messages.js";
export { en } from "./i18n/locales/en.js";
export { translate, type Problem, type Refusal } from "./i18n/translate.js";
export {
  AppearanceProvider,
  type Appearance,
  type AppearanceProviderProps,
} from "./parts/appearance-provider.js";
export type { BoundField, FormProps } from "./parts/bound-field.js";
export type {
  CoolDown,
  Failure,
  FormProgress,
  HostedWay,
  SubmitState,
} from "./parts/form-progress.js";
export type { InnerRef, SlotProps } from "./parts/slot.js";
export type { Slots } from "./parts/slots.js";
