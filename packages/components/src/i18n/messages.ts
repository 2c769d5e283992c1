import type { AuthError, AuthErrorCode, Factor, PasswordRuleCode } from "@portico/react";

/** Every word that the components say. Functions get what they need to build a whole sentence. */
export interface Messages {
  /** The language, as BCP 47 names it: `pt-BR`. Names of countries, numbers and the card's `lang` follow it. */
  readonly locale: string;
  /**
   * How the language is written; from left to right if not given. Components have it as `dir`, whatever the page around
   * them has. Without a dictionary that names a language they follow the page.
   */
  readonly direction?: "ltr" | "rtl" | undefined;
  readonly login: FormWords & {
    readonly otherQuestion: string;
    readonly other: string;
    readonly forgot: string;
    /** The one way on where the password may not be used any more. */
    readonly reset: string;
    /** Leads to a login by a code. */
    readonly byCode: string;
    /** Said where the address belongs to an organization with a login of its own. */
    readonly enterprise: string;
    readonly enterpriseSubmit: string;
  };
  readonly signup: FormWords & {
    readonly otherQuestion: string;
    readonly other: string;
    readonly acceptedTitle: string;
    /** The account is there; the sign-in is the next step. */
    readonly accepted: (email: string) => string;
    /** The account is there; the address has to be confirmed first. */
    readonly acceptedUnconfirmed: (email: string) => string;
    readonly acceptedSubmit: string;
    /** Says the same for a new address and for one that has an account already. */
    readonly neutralTitle: string;
    readonly neutral: (email: string) => string;
  };
  readonly social: {
    readonly continueWith: (provider: string) => string;
    /** Folds open the buttons that are left. */
    readonly more: string;
    readonly lastUsed: string;
    /** Between the buttons and the form. */
    readonly or: string;
    /** A window of the tenant is open. */
    readonly elsewhere: string;
    readonly cancel: string;
  };
  readonly passwordless: {
    readonly email: FormWords & {
      readonly text: string;
      readonly titleLink: string;
      readonly submitLink: string;
    };
    readonly phone: FormWords & { readonly text: string };
    readonly code: FormWords & { readonly text: (destination: string) => string };
    readonly link: { readonly title: string; readonly text: (destination: string) => string };
    readonly byPhone: string;
    readonly byEmail: string;
    readonly byPassword: string;
    readonly resend: string;
    readonly resending: string;
    /** Shown in place of `resend` until a message may be sent again. */
    readonly resendIn: (seconds: number) => string;
    readonly resent: string;
    readonly otherEmail: string;
    readonly otherPhone: string;
  };
  readonly resetPassword: FormWords & {
    readonly text: string;
    readonly sentTitle: string;
    /** Says the same for every address. */
    readonly sent: (email: string) => string;
    readonly backToLogin: string;
  };
  readonly mfa: {
    readonly choose: { readonly title: string; readonly text: string };
    readonly factors: Readonly<Record<Factor, string>>;
    /** The user's factors are on their way. */
    readonly loading: string;
    /** Asks for them again. */
    readonly retry: string;
    readonly verify: FormWords & {
      /** What to do, by factor; `name` is what the tenant shows of it, such as the end of a number. */
      readonly text: Readonly<Record<Factor, (name: string | undefined) => string>>;
      /** The answer on the device was no. */
      readonly denied: string;
    };
    /** The question went to a device and is answered there. */
    readonly waiting: string;
    /** Leads to a recovery code in place of the factor. */
    readonly byRecoveryCode: string;
    readonly otherWay: string;
    /** No factor of the user's can be asked for here. */
    readonly elsewhere: string;
    readonly expired: string;
    readonly startOver: string;
    readonly enroll: {
      readonly title: string;
      readonly text: string;
      readonly otpTitle: string;
      readonly otpText: string;
      /** Names the picture of the code. */
      readonly qrCode: string;
      /** Stands above the key, for whoever cannot scan. */
      readonly secret: string;
      readonly copy: string;
      readonly copied: string;
      readonly phoneTitle: string;
      readonly emailTitle: string;
      readonly pushTitle: string;
      readonly pushText: string;
      readonly submit: string;
      readonly pending: string;
    };
    readonly recovery: {
      readonly title: string;
      readonly text: string;
      readonly saved: string;
      /** Said where `saved` is not ticked. */
      readonly required: string;
      readonly submit: string;
    };
  };
  readonly linkAccounts: {
    readonly title: string;
    readonly text: string;
    /** Said in place of `text` where no other account is linked yet. */
    readonly alone: string;
    readonly list: string;
    readonly primary: string;
    readonly loading: string;
    readonly retry: string;
    /** How an account signs in that is no provider's. */
    readonly byPassword: string;
    readonly byEmail: string;
    readonly byPhone: string;
    readonly linkWith: (provider: string) => string;
    readonly linkEmail: string;
    readonly linkPhone: string;
    readonly proving: string;
    /** The way by a window, where a code does not do. */
    readonly inWindow: string;
    readonly confirm: FormWords & {
      /** Names both accounts. */
      readonly text: (primary: string, other: string) => string;
      readonly kept: (primary: string) => string;
      readonly lost: (other: string) => string;
    };
    readonly cancel: string;
    readonly linked: (other: string) => string;
    readonly undo: string;
    readonly undoing: string;
    /** The other account turned out to be one of the reader's own. */
    readonly already: string;
    /** Names the button that shows `unlinkShort`. */
    readonly unlink: (account: string) => string;
    readonly unlinkShort: string;
    readonly unlinkConfirm: FormWords & { readonly text: (account: string) => string };
    readonly unlinked: (account: string) => string;
    readonly email: FormWords & { readonly text: string };
    readonly phone: FormWords & { readonly text: string };
    readonly code: FormWords & { readonly text: (destination: string) => string };
    /** The tenant wants to see the reader before it says or changes anything. */
    readonly proveAgain: string;
    readonly proveAgainSubmit: string;
    /** The proof of the other account is too old. */
    readonly expired: string;
    /** Windows do not work in this browser. */
    readonly noWindow: string;
    /** Nobody knows whether it has happened; the list was read anew. */
    readonly unknown: string;
  };
  readonly userMenu: {
    /** Names the button; without a name it is whoever is signed in. */
    readonly open: (name: string | undefined) => string;
    readonly signOut: string;
    readonly signingOut: string;
  };
  readonly authPanel: {
    /** Names the row of tabs. */
    readonly tabs: string;
    readonly login: string;
    readonly signup: string;
    readonly close: string;
    /** Without a name it is whoever has signed in. */
    readonly signedIn: (name: string | undefined) => string;
    /** Said above the login that a second step has led back to. */
    readonly ranOut: string;
  };
  readonly fields: {
    readonly email: string;
    readonly username: string;
    readonly emailOrUsername: string;
    readonly phone: string;
    readonly country: string;
    readonly password: string;
    readonly newPassword: string;
    readonly code: string;
    readonly recoveryCode: string;
    /** Stands behind the label of what may be left empty. */
    readonly optional: string;
    /** The empty choice of a list. */
    readonly choose: string;
    /** The choices of a list are on their way. */
    readonly loadingChoices: string;
    readonly choicesFailed: string;
    /** Asks for the choices again. */
    readonly retryChoices: string;
    readonly showPassword: string;
    readonly capsLock: string;
  };
  readonly progress: {
    /** Said after four seconds. */
    readonly slow: string;
    /** Shown in place of the button's words while the tenant asks to wait. */
    readonly wait: (seconds: number) => string;
    /** The button that leaves for the tenant's own page. */
    readonly hosted: string;
    /** Names the arrow that leads to the step before. */
    readonly back: string;
    /** Said in place of a form that another site shows inside a page of its own. */
    readonly framed: string;
    /** Opens the page by itself. */
    readonly framedOpen: string;
  };
  readonly validation: Readonly<Record<ValidationKey, string>>;
  readonly rules: {
    readonly title: string;
    readonly met: string;
    readonly open: string;
  } & { readonly [C in PasswordRuleCode]: (format: readonly number[]) => string };
  readonly errors: { readonly [C in AuthErrorCode]: string | ((error: AuthError<C>) => string) };
}

/** What a form says of itself and its button: ready, busy, done. */
export interface FormWords {
  readonly title: string;
  readonly submit: string;
  readonly pending: string;
  readonly done: string;
}

/** What the form itself finds wrong. */
export type ValidationKey =
  | "email_required"
  | "email_invalid"
  | "username_required"
  | "username_invalid"
  | "identifier_required"
  | "phone_required"
  | "phone_invalid"
  | "password_required"
  | "password_weak"
  | "code_required"
  | "terms_required"
  | "field_required"
  | "choice_required"
  | "tick_required"
  | "value_invalid"
  | "value_too_long"
  /** Plain words were asked for, and it holds an address or markup. */
  | "value_not_plain"
  | "captcha_required"
  /** The app could not say whether it agrees. */
  | "refused";

/** Some of the words, to replace the ones above them. */
export type PartialMessages = {
  readonly [Section in keyof Messages]?: Messages[Section] extends object | undefined
    ? Partial<Messages[Section]> | undefined
    : Messages[Section] | undefined;
};
