import type { AuthErrorCode } from "@portico/react";

/**
 * Where a failure is shown: at a field, with the form as a whole, with the form and a way on by the hosted
 * page, or nowhere. A form without that field shows it as a whole.
 */
export type Place =
  | "email"
  | "username"
  | "phone"
  | "password"
  | "code"
  | "captcha"
  | "form"
  | "hosted"
  | "nowhere";

/** The place of a failure. Wrong credentials blame no field: that would tell which of the two was wrong. */
export function placeError(code: AuthErrorCode): Place {
  return places[code] ?? "form";
}

const places: Readonly<Partial<Record<AuthErrorCode, Place>>> = {
  invalid_email: "email",
  username_exists: "username",
  invalid_phone_number: "phone",
  sms_provider_error: "phone",
  invalid_password: "password",
  invalid_otp: "code",
  invalid_captcha: "captcha",
  aborted: "nowhere",
  third_party_cookies_blocked: "hosted",
  login_required: "hosted",
  consent_required: "hosted",
  interaction_required: "hosted",
  mfa_required: "hosted",
  association_required: "hosted",
  popup_unavailable: "hosted",
  requires_verification: "hosted",
};
