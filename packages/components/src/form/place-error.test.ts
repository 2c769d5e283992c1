import type { AuthErrorCode } from "@portico/react";
import { expect, it } from "vitest";
import { en } from "../i18n/locales/en.js";
import { placeError, type Place } from "./place-error.js";

const codes = Object.keys(en.errors) as readonly AuthErrorCode[];

/** What is shown elsewhere than with the form as a whole. */
const elsewhere: Readonly<Partial<Record<Place, readonly AuthErrorCode[]>>> = {
  email: ["invalid_email"],
  username: ["username_exists"],
  phone: ["invalid_phone_number", "sms_provider_error"],
  password: ["invalid_password"],
  code: ["invalid_otp"],
  captcha: ["invalid_captcha"],
  nowhere: ["aborted"],
  hosted: [
    "third_party_cookies_blocked",
    "login_required",
    "consent_required",
    "interaction_required",
    "mfa_required",
    "association_required",
    "popup_unavailable",
    "requires_verification",
  ],
};

it.each(codes)("%s is shown where it can be mended, else with the form", (code) => {
  const place = Object.entries(elsewhere).find(([, there]) => there.includes(code))?.[0];
  expect(placeError(code)).toBe(place ?? "form");
});
