export { Login, type LoginProps } from "./login/login.js";
export { useLoginForm } from "./login/use-login-form.js";
export { Signup, type SignupProps } from "./signup/signup.js";
export {
  useSignupForm,
  type SignupForm,
  type SignupFormOptions,
} from "./signup/use-signup-form.js";
export { MessagesProvider, type MessagesProviderProps } from "./i18n/messages-provider.js";
export type { Messages, PartialMessages, ValidationKey } from "./i18n/messages.js";
export { en } from "./i18n/locales/en.js";
export { translate, type Problem } from "./i18n/translate.js";
export { placeError, type Place } from "./form/place-error.js";
export { judgePassword, policyRules, type PasswordPolicy } from "./form/password-rules.js";
export type { LiveValue } from "./form/policy-checklist.js";
export type { SignInOptions } from "./form/use-credentials-form.js";
export type { BoundField, CredentialsForm, FormProps } from "./parts/credentials-card.js";
export type {
  CoolDown,
  Failure,
  FormProgress,
  HostedWay,
  SubmitState,
} from "./parts/form-progress.js";
