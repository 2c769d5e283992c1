import type { AuthError } from "@portico/react";
import type { Messages } from "../messages.js";
import { count, number } from "../plural.js";

/** English, for what every component says. */
export const sharedWords = {
  locale: "en",
  fields: {
    email: "E-mail",
    username: "Username",
    emailOrUsername: "E-mail or username",
    phone: "Phone number",
    country: "Country",
    password: "Password",
    newPassword: "Password",
    code: "Code",
    recoveryCode: "Recovery code",
    optional: "(optional)",
    choose: "Choose",
    loadingChoices: "Loading",
    choicesFailed: "The choices didn't load.",
    retryChoices: "Try again",
    showPassword: "Show password",
    capsLock: "Caps Lock is on.",
  },
  progress: {
    slow: "This is taking longer than usual. Hold on a moment.",
    wait: (seconds) => `Try again in ${number("en", seconds)} s`,
    hosted: "Continue on the sign-in page",
    back: "Back",
    framed:
      "Another site shows this page inside its own. To keep you safe, sign in on the page itself.",
    framedOpen: "Open the page",
  },
  validation: {
    email_required: "Enter your e-mail address.",
    email_invalid: "Enter an address like name@example.com.",
    password_required: "Enter your password.",
    password_weak: "Choose a password that meets the rules below.",
    username_required: "Enter your username.",
    username_invalid:
      "Use letters, numbers and signs such as . _ or -, without spaces. It can't be an e-mail address.",
    identifier_required: "Enter your e-mail address or username.",
    phone_required: "Enter your phone number.",
    phone_invalid: "Enter a number like +49\u00a030\u00a0901820.",
    code_required: "Enter the code.",
    terms_required: "Agree to the terms to go on.",
    field_required: "Fill this in.",
    choice_required: "Choose one.",
    tick_required: "Tick this to go on.",
    value_invalid: "That isn't right yet. Check it.",
    value_too_long: "That's too long. Shorten it.",
    value_not_plain: "Use plain words here, without links.",
    captcha_required: "Finish the check first.",
    refused: "That didn't work just now. Try again in a moment.",
  },
  errors: {
    network: ({ details }: AuthError<"network">) =>
      details.reload
        ? "A part of this page didn't load. Reload it, then try again."
        : details.online
          ? "We couldn't reach the sign-in service. Check your connection and try again."
          : "You're offline. Connect to the internet and try again.",
    timeout: "The sign-in service took too long to answer. Try again.",
    aborted: "That was cancelled. Try again when you're ready.",
    rate_limited: ({ retryAfter }: AuthError<"rate_limited">) =>
      retryAfter
        ? `That was a few tries too many. Wait ${secondsOf(retryAfter)}, then try again.`
        : "That was a few tries too many. Wait a moment, then try again.",
    server: "Something went wrong on our side. Try again in a moment.",
    invalid_response:
      "Something between you and us got in the way. Check your connection and try again.",

    insecure_context: "This page isn't secure, so you can't sign in here. Open it with https.",
    storage_unavailable:
      "Your browser doesn't let this page remember your sign-in. Allow site data for this page, then try again.",
    third_party_cookies_blocked:
      "Your browser's privacy settings keep this page from signing you in. You can do it on the sign-in page instead.",

    popup_blocked:
      "Your browser didn't open the sign-in window. Allow pop-ups here, then try again.",
    popup_closed:
      "You closed the sign-in window before you were done. Try again when you're ready.",
    popup_unavailable:
      "The sign-in window can't reach this page. Continue on the sign-in page instead.",

    invalid_callback: "That sign-in link doesn't work. Start again here.",
    unsolicited: "That sign-in didn't start on this page. Start again here.",
    transaction_lost: "We lost track of your sign-in. Start again here.",
    transaction_expired: "That sign-in took too long. Start again here.",
    invalid_token: "We couldn't confirm your sign-in. Check your device's clock, then try again.",

    login_required: "Your sign-in couldn't be finished here. Continue on the sign-in page.",
    consent_required:
      "Before you go on, we need your permission. You can give it on the sign-in page.",
    interaction_required: "One more step is needed. You can do it on the sign-in page.",
    user_changed: "You're signed in as somebody else now. Reload the page to go on.",

    invalid_credentials: "That e-mail and password don't match.",
    invalid_otp: "That code is wrong or has run out.",
    too_many_attempts:
      "Your account is locked for now, to keep it safe. Look for our e-mail on how to unlock it, or try again later.",
    blocked_user: "This account can't sign in. Contact support if you think that's a mistake.",
    password_leaked:
      "This password showed up in a leak on another site. To keep your account safe, look for our e-mail and reset it.",
    mfa_required: "Your account asks for a second step. You can do it on the sign-in page.",
    expired_token: "That took too long. Sign in again.",
    authorization_pending: "We're waiting for your answer on your device.",
    slow_down: "We're waiting for your answer on your device.",
    association_required: "Set up a second step first. You can do it on the sign-in page.",
    requires_verification: "We need to check that it's you. You can do that on the sign-in page.",

    invalid_signup: "We couldn't create that account. If you already have one, sign in instead.",
    user_exists: "There's an account for that address already. Sign in instead.",
    username_exists: "That username is taken. Choose another one.",
    invalid_email: "Enter an address like name@example.com.",
    invalid_phone_number: "Enter a number like +49\u00a030\u00a0901820.",
    sms_provider_error: "We couldn't send a text message to that number. Check it, then try again.",
    invalid_captcha: "That check didn't work. Try it again.",
    invalid_password: ({ details }: AuthError<"invalid_password">) => {
      switch (details.policy) {
        case "strength":
          return "Choose a stronger password.";
        case "dictionary":
          return "Too many people use that password. Choose another one.";
        case "user_info":
          return "Leave your name and e-mail address out of your password.";
        case "history":
          return "You've used that password before. Choose a new one.";
      }
    },
    signup_disabled: "New accounts can't be created here right now.",

    invalid_grant: "Your sign-in has run out. Sign in again.",
    access_denied: "You don't have access. Ask whoever runs this app.",
    unauthorized_client: "Signing in isn't set up here yet. Tell whoever runs this app.",
    insufficient_scope: "You don't have access to this part of your account. Sign in again.",
    inexistent_user: "That account isn't there any more. Reload the page to go on.",
    legacy_endpoint_disabled: "Signing in isn't set up correctly. Tell whoever runs this app.",
    origin_not_allowed: "Signing in isn't set up for this page yet. Tell whoever runs this app.",
    invalid_request: "Signing in isn't set up correctly. Tell whoever runs this app.",
  },
} as const satisfies Pick<Messages, "locale" | "fields" | "progress" | "validation" | "errors">;

function secondsOf(duration: number): string {
  return count("en", Math.ceil(duration / 1000), { one: "# second", other: "# seconds" });
}
