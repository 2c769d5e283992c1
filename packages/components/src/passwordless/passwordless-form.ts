import type { LoginVia } from "@portico/react";
import type { AppSchema } from "../form/schema-resolver.js";
import type { SignInForm, SignInOptions } from "../form/use-sign-in-form.js";
import type { BoundField } from "../parts/bound-field.js";
import type { CaptchaBoxProps, RenderCaptcha } from "../parts/captcha-box.js";
import type { Failure } from "../parts/form-progress.js";

/** Where a message goes. */
export type PasswordlessChannel = "email" | "phone";

/** What the first step holds: an address, or a number in E.164 and the country chosen for it. */
export interface PasswordlessValues {
  readonly email?: string;
  readonly phone?: string;
  readonly phone_country?: string;
}

/** What `usePasswordlessForm` takes. */
export interface PasswordlessFormOptions extends Omit<SignInOptions, "via" | "connection"> {
  /** Where the message goes; with `either` the reader chooses. `email` if not given. */
  readonly channel?: PasswordlessChannel | "either" | undefined;
  /** What an e-mail brings; a code if not given. A text message always brings one. */
  readonly send?: "code" | "link" | undefined;
  /** The passwordless connection, or one for each channel; `email` and `sms` if not given. */
  readonly connection?:
    | string
    | { readonly [Channel in PasswordlessChannel]?: string | undefined }
    | undefined;
  /** How the login with the code travels; `in-page` if not given. `password-realm` means `otp-grant` here. */
  readonly via?: LoginVia | "otp-grant" | undefined;
  /** The language of the message, such as `pt-BR`; the one that the form speaks if not given. */
  readonly language?: string | undefined;
  /** Further parameters for the message and the link, in Auth0's spelling. */
  readonly authParams?: Readonly<Record<string, unknown>> | undefined;
  /** What the form starts with. Read once. */
  readonly defaultValues?: { readonly [Channel in PasswordlessChannel]?: string | undefined };
  /**
   * Judges what our own rules let pass, before a message is sent, and its messages are shown: at the field, or else with
   * the form. It gets what the first step holds, and not the code.
   */
  readonly schema?: AppSchema<PasswordlessValues> | undefined;
  /** Shows a captcha, which has to be solved for every message. */
  readonly captcha?: RenderCaptcha | undefined;
  /** Called when another step is shown. */
  readonly onViewChange?: ((view: PasswordlessForm["step"]) => void) | undefined;
}

/** Everything that the form of a step shows and does, for a view of your own. */
export type PasswordlessForm = PasswordlessStartForm | PasswordlessCodeForm | PasswordlessLinkStep;

/** The step that asks where the message is to go. */
export type PasswordlessStartForm = PasswordlessEmailForm | PasswordlessPhoneForm;

/** Asks for an e-mail address. */
export interface PasswordlessEmailForm extends StartForm {
  readonly step: "email";
  readonly email: BoundField;
  readonly send: "code" | "link";
}

/** Asks for a phone number. */
export interface PasswordlessPhoneForm extends StartForm {
  readonly step: "phone";
  readonly phone: BoundField;
  /** The country beside the number. */
  readonly country: BoundField;
}

/** A code was sent. */
export interface PasswordlessCodeForm extends Form, PasswordlessMessage {
  readonly step: "code";
  readonly code: BoundField;
}

/** A link was sent. */
export interface PasswordlessLinkStep extends Step, PasswordlessMessage {
  readonly step: "link";
}

/** A message that was sent. */
export interface PasswordlessMessage {
  readonly channel: PasswordlessChannel;
  /** The e-mail address or phone number that it went to. */
  readonly destination: string;
  readonly resend: PasswordlessResend;
  /** Goes back to the first step, with what was typed there. */
  readonly restart: () => void;
}

/** The way to get the message again. */
export interface PasswordlessResend {
  readonly status: "idle" | "pending" | "failed" | "succeeded";
  /** From when on it may be sent again, in milliseconds since 1970: see `useCountdown`. */
  readonly resendAt: number;
  /** Why it was not. */
  readonly failure: Failure | undefined;
  /** Sends it again; with a captcha, goes back to the step that shows it. */
  readonly run: () => void;
}

/** What every step tells. */
interface Step {
  /** Whether the reader came here from another step, so that the focus belongs to this one. */
  readonly hasMoved: boolean;
}

type Form = Step & Omit<SignInForm<never>, "field" | "control">;

interface StartForm extends Form {
  readonly captcha: CaptchaBoxProps | undefined;
  /** What stands in the field, without the spaces around it. */
  readonly typedIdentifier: () => string;
  /** Asks for the other one instead; given where the reader may choose. */
  readonly switchChannel: (() => void) | undefined;
}
