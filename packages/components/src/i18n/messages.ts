import type { AuthError, AuthErrorCode, PasswordRuleCode } from "@portico/react";

/** Every word that the components say. Functions get what they need to build a whole sentence. */
export interface Messages {
  readonly login: {
    readonly title: string;
    readonly submit: string;
    readonly pending: string;
    readonly done: string;
    readonly otherQuestion: string;
    readonly other: string;
  };
  readonly signup: {
    readonly title: string;
    readonly submit: string;
    readonly pending: string;
    readonly done: string;
    readonly otherQuestion: string;
    readonly other: string;
    readonly acceptedTitle: string;
    /** The account is there; the sign-in is the next step. */
    readonly accepted: (email: string) => string;
    /** The account is there; the address has to be confirmed first. */
    readonly acceptedUnconfirmed: (email: string) => string;
    readonly acceptedSubmit: string;
  };
  readonly fields: {
    readonly email: string;
    readonly password: string;
    readonly newPassword: string;
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
  };
  readonly validation: Readonly<Record<ValidationKey, string>>;
  readonly rules: {
    readonly title: string;
    readonly met: string;
    readonly open: string;
  } & { readonly [C in PasswordRuleCode]: (format: readonly number[]) => string };
  readonly errors: { readonly [C in AuthErrorCode]: string | ((error: AuthError<C>) => string) };
}

/** What the form itself finds wrong. */
export type ValidationKey =
  | "email_required"
  | "email_invalid"
  | "password_required"
  | "password_weak";

/** Some of the words, to replace the ones above them. */
export type PartialMessages = {
  readonly [Section in keyof Messages]?: Partial<Messages[Section]> | undefined;
};
