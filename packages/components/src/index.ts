export { AuthPanel } from "./auth-panel/auth-panel.js";
export type { AuthPanelProps, SharedOptions, ViewOptions } from "./auth-panel/auth-panel-props.js";
export type { AuthPanelView } from "./auth-panel/panel-trail.js";
export {
  useAuthPanel,
  type AuthPanel as AuthPanelFlow,
  type AuthPanelOptions,
} from "./auth-panel/use-auth-panel.js";
export { Login, type LoginProps } from "./login/login.js";
export { useLoginForm, type LoginForm, type LoginFormOptions } from "./login/use-login-form.js";
export type { LoginValues } from "./login/judge-login.js";
export type { LoginIdentifier } from "./login/login-identifier.js";
export type { ResolveConnection } from "./login/connection-resolution.js";
export type { EnterpriseOptions } from "./login/use-enterprise.js";
export { Signup, type SignupProps } from "./signup/signup.js";
export {
  useSignupForm,
  type SignupAccepted,
  type SignupForm,
  type SignupFormOptions,
} from "./signup/use-signup-form.js";
export type {
  Choice,
  ChoiceField,
  Choices,
  DefaultValue,
  FieldValidator,
  HiddenField,
  RootAttribute,
  SignupField,
  StandardSchema,
  TickField,
  TypedField,
} from "./signup/signup-field.js";
export { SocialButtons, type SocialButtonsProps } from "./social-buttons/social-buttons.js";
export {
  useSocialButtons,
  type SocialButtonsOptions,
} from "./social-buttons/use-social-buttons.js";
export type { FirstField, SignupDefaults } from "./signup/initial-values.js";
export type { SignupValues } from "./signup/signup-schema.js";
export { useChoices, type LoadedChoices } from "./signup/use-choices.js";
export type { PasswordCheck } from "./signup/use-password-check.js";
export { Passwordless, type PasswordlessProps } from "./passwordless/passwordless.js";
export { usePasswordlessForm } from "./passwordless/use-passwordless-form.js";
export type {
  PasswordlessCodeForm,
  PasswordlessEmailForm,
  PasswordlessForm,
  PasswordlessFormOptions,
  PasswordlessLinkStep,
  PasswordlessPhoneForm,
  PasswordlessValues,
} from "./passwordless/passwordless-form.js";
export { ResetPassword, type ResetPasswordProps } from "./reset-password/reset-password.js";
export {
  useResetPasswordForm,
  type ResetPasswordForm,
  type ResetPasswordFormOptions,
  type SentReset,
} from "./reset-password/use-reset-password-form.js";
export { Mfa, type MfaProps } from "./mfa/mfa.js";
export { useMfaForm, type MfaFormOptions } from "./mfa/use-mfa-form.js";
export type { MfaStepOptions } from "./mfa/step-options.js";
export type {
  MfaAddressing,
  MfaAnswering,
  MfaChoosing,
  MfaForm,
  MfaKeeping,
  MfaOver,
  MfaSendingAgain,
  MfaSignedIn,
} from "./mfa/mfa-form-steps.js";
export {
  useMfaAnswerForm,
  useMfaDeviceAnswer,
  type MfaAnswerForm,
  type MfaDeviceAnswer,
} from "./mfa/use-mfa-answer-form.js";
export {
  useMfaEmailForm,
  useMfaPhoneForm,
  type MfaEmailForm,
  type MfaPhoneForm,
} from "./mfa/use-mfa-address-forms.js";
export { LinkAccounts, type LinkAccountsProps } from "./link-accounts/link-accounts.js";
export { useLinkAccounts } from "./link-accounts/use-link-accounts.js";
export type { AccountChange, LinkAccountsOptions } from "./link-accounts/link-accounts-options.js";
export type { LinkAccountsStep } from "./link-accounts/link-accounts-step.js";
export { UserMenu, type UserMenuProps } from "./user-menu/user-menu.js";
export {
  useUserMenu,
  type UserMenuOptions,
  type UserMenuState,
} from "./user-menu/use-user-menu.js";
export type { UserMenuItem } from "./user-menu/user-menu-view.js";
export { describeConnection } from "./connections/connection-catalog.js";
export type {
  ConnectionDetails,
  ConnectionItem,
  DescribedConnection,
} from "./connections/connection-item.js";
export type { BlockProps } from "./form/block.js";
export type { InvitedParams } from "./form/invited.js";
export type { ShownValues, SignInEvents } from "./form/sign-in-events.js";
export type { BeforeSubmit, BeforeSubmitOptions } from "./form/use-consent.js";
export type { HostedParams } from "./form/use-hosted-way.js";
export type { SignInOptions } from "./form/use-sign-in-form.js";
export type { SocialLogin, SocialLoginOptions, SocialOptions } from "./form/use-social-login.js";
export type { AppSchema, ObjectSchema } from "./form/schema-resolver.js";
export { placeError, type Place } from "./form/place-error.js";
export {
  judgePassword,
  policyRules,
  type CharacterType,
  type PasswordOptions,
  type PasswordPolicy,
} from "./form/password-rules.js";
export type { LiveValue } from "./form/policy-checklist.js";
export { matchLocale } from "./i18n/match-locale.js";
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
export {
  CaptchaBox,
  type CaptchaBoxProps,
  type CaptchaProps,
  type RenderCaptcha,
} from "./parts/captcha-box.js";
export type {
  CoolDown,
  Failure,
  FormProgress,
  HostedWay,
  SubmitState,
} from "./parts/form-progress.js";
export {
  PhoneNumbersProvider,
  type PhoneNumbers,
  type PhoneNumbersProviderProps,
} from "./parts/phone-numbers-provider.js";
export type { InnerRef, SlotProps } from "./parts/slot.js";
export type { Slots } from "./parts/slots.js";
