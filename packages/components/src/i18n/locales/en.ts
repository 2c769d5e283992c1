import type { AuthError } from "@portico/react";
import type { Messages } from "../messages.js";
import { count, number } from "../plural.js";

/** English. */
export const en = {
  locale: "en",
  login: {
    title: "Sign in to your account",
    submit: "Sign in",
    pending: "Signing in",
    done: "Signed in",
    otherQuestion: "New here?",
    other: "Create an account",
    forgot: "Forgot password?",
    reset: "Reset password",
    byCode: "Sign in with a code instead",
    enterprise: "You sign in on your organization's page.",
    enterpriseSubmit: "Continue",
  },
  signup: {
    title: "Create your account",
    submit: "Create account",
    pending: "Creating account",
    done: "Signed in",
    otherQuestion: "Already have an account?",
    other: "Sign in",
    acceptedTitle: "Your account is created",
    accepted: (email) => `You can now sign in as ${email}.`,
    acceptedUnconfirmed: (email) =>
      `Confirm your address first: look for our message to ${email}. Then sign in.`,
    acceptedSubmit: "Sign in now",
    neutralTitle: "Look for our message",
    neutral: (email) =>
      `If ${email} is new here, a message to confirm it is on its way. If you already have an account, just sign in.`,
  },
  social: {
    continueWith: (provider) => `Continue with ${provider}`,
    more: "More ways to sign in",
    lastUsed: "Last used",
    or: "or",
    elsewhere: "Finish in the window that has opened.",
    cancel: "Cancel",
  },
  passwordless: {
    email: {
      title: "Sign in with a code",
      text: "We'll send it to your e-mail address.",
      submit: "Send code",
      titleLink: "Sign in with a link",
      submitLink: "Send link",
      pending: "Sending",
      done: "Sent",
    },
    phone: {
      title: "Sign in with a code",
      text: "We'll send it to your phone as a text message.",
      submit: "Send code",
      pending: "Sending",
      done: "Sent",
    },
    code: {
      title: "Enter the code",
      text: (destination) => `We've sent it to ${destination}.`,
      submit: "Sign in",
      pending: "Signing in",
      done: "Signed in",
    },
    link: {
      title: "Check your inbox",
      text: (destination) => `Open the link that we've sent to ${destination}.`,
    },
    byPhone: "Send it to my phone instead",
    byEmail: "Send it to my e-mail address instead",
    byPassword: "Sign in with a password instead",
    resend: "Send it again",
    resending: "Sending",
    resendIn: (seconds) => `Send it again in ${number("en", seconds)} s`,
    resent: "We've sent another one.",
    otherEmail: "Use another address",
    otherPhone: "Use another number",
  },
  resetPassword: {
    title: "Reset your password",
    text: "Tell us your e-mail address, and we'll send a link to choose a new password.",
    submit: "Send link",
    pending: "Sending",
    done: "Sent",
    sentTitle: "Check your inbox",
    sent: (email) =>
      `If there's an account for ${email}, a link to choose a new password is on its way.`,
    backToLogin: "Back to sign in",
  },
  mfa: {
    choose: {
      title: "Confirm that it's you",
      text: "Your account asks for a second step. Choose how.",
    },
    factors: {
      otp: "Authenticator app",
      sms: "Text message",
      voice: "Phone call",
      email: "E-mail",
      push: "Notification on your device",
      "recovery-code": "Recovery code",
    },
    loading: "Looking up your second step",
    retry: "Try again",
    verify: {
      title: "Confirm that it's you",
      submit: "Continue",
      pending: "Checking",
      done: "Signed in",
      text: {
        otp: () => "Enter the code that your authenticator app shows.",
        sms: (name) =>
          name ? `Enter the code that we've sent to ${name}.` : "Enter the code that we've sent.",
        voice: (name) =>
          name ? `We're calling ${name} to tell you a code.` : "We're calling to tell you a code.",
        email: (name) =>
          name ? `Enter the code that we've sent to ${name}.` : "Enter the code that we've sent.",
        push: (name) =>
          name
            ? `Answer the notification that we've sent to ${name}.`
            : "Answer the notification that we've sent to your device.",
        "recovery-code": () => "Enter the recovery code that you kept when you set this up.",
      },
      denied: "The answer from your device was no. If that wasn't you, choose a new password soon.",
    },
    waiting: "Waiting for your answer",
    byRecoveryCode: "Use a recovery code",
    otherWay: "Try another way",
    elsewhere: "Your second step can't be done here. You can do it on the sign-in page.",
    expired: "That took too long. Sign in again.",
    startOver: "Sign in again",
    enroll: {
      title: "Set up a second step",
      text: "It keeps others out even if they know your password. Choose one.",
      otpTitle: "Set up your authenticator app",
      otpText: "Scan this picture with the app, then enter the code that it shows.",
      qrCode: "QR code to scan with the app",
      secret: "Can't scan it? Enter this key in the app:",
      copy: "Copy",
      copied: "Copied",
      phoneTitle: "Where can we reach you?",
      emailTitle: "Where can we write to you?",
      pushTitle: "Set up your device",
      pushText: "Scan this picture with the app on your device, then answer its question.",
      submit: "Send code",
      pending: "Sending",
    },
    recovery: {
      title: "Keep your recovery code",
      text: "It signs you in when you don't have your device at hand. We show it only once, and it works only once.",
      saved: "I've put it in a safe place",
      required: "Put it in a safe place first, then tick this.",
      submit: "Continue",
    },
  },
  linkAccounts: {
    title: "Your accounts",
    text: "Each of these signs you in as the same person.",
    alone: "Link another account, and it signs you in as the same person.",
    list: "Accounts that sign you in",
    primary: "Main account",
    loading: "Loading your accounts",
    retry: "Try again",
    byPassword: "Password",
    byEmail: "Code by e-mail",
    byPhone: "Code by text message",
    linkWith: (provider) => `Link ${provider}`,
    linkEmail: "Link an e-mail address",
    linkPhone: "Link a phone number",
    proving: "Sign in to the other account in the window that has opened.",
    inWindow: "Continue in a window",
    confirm: {
      title: "Link these accounts?",
      text: (primary, other) => `From now on, ${other} signs you in as ${primary}.`,
      kept: (primary) => `Everything in ${primary} stays as it is.`,
      lost: (other) => `What ${other} has here by itself can't be reached any more.`,
      submit: "Link accounts",
      pending: "Linking",
      done: "Linked",
    },
    cancel: "Cancel",
    linked: (other) => `${other} is linked.`,
    undo: "Undo",
    undoing: "Unlinking",
    already: "That account signs you in here already.",
    unlink: (account) => `Unlink ${account}`,
    unlinkShort: "Unlink",
    unlinkConfirm: {
      title: "Unlink this account?",
      text: (account) =>
        `${account} won't sign you in here any more. If you use it again, it starts as a new account.`,
      submit: "Unlink",
      pending: "Unlinking",
      done: "Unlinked",
    },
    unlinked: (account) => `${account} is unlinked.`,
    email: {
      title: "Link an e-mail address",
      text: "We'll send a code there, to make sure that it's yours.",
      submit: "Send code",
      pending: "Sending",
      done: "Sent",
    },
    phone: {
      title: "Link a phone number",
      text: "We'll send a code there, to make sure that it's yours.",
      submit: "Send code",
      pending: "Sending",
      done: "Sent",
    },
    code: {
      title: "Enter the code",
      text: (destination) => `We've sent it to ${destination}.`,
      submit: "Continue",
      pending: "Checking",
      done: "Checked",
    },
    proveAgain: "To see or change your accounts, confirm that it's you first.",
    proveAgainSubmit: "Confirm that it's you",
    expired: "That took too long. Sign in to the other account again.",
    noWindow:
      "The window can't reach this page, so nothing can be linked here. Try another browser.",
    unknown: "No answer came in time. This is how things stand now.",
  },
  userMenu: {
    open: (name) => (name ? `Account of ${name}` : "Your account"),
    signOut: "Sign out",
    signingOut: "Signing out",
  },
  authPanel: {
    tabs: "Sign in or create an account",
    login: "Sign in",
    signup: "Create account",
    close: "Close",
    signedIn: (name) => (name ? `You're signed in as ${name}` : "You're signed in"),
    ranOut: "That took too long. Sign in again.",
  },
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
  rules: {
    title: "Your password needs",
    met: "done",
    open: "missing",
    nonEmpty: () => "At least 1 character",
    lengthAtLeast: ([length = 1]) => `At least ${characters(length)}`,
    shouldContain: () => "All of these:",
    containsAtLeast: ([some = 1, all = 1]) =>
      `At least ${number("en", some)} of these ${number("en", all)}:`,
    identicalChars: ([most = 2]) =>
      `No more than ${count("en", most, { one: "# identical character", other: "# identical characters" })} in a row`,
    sequentialChars: ([most = 2]) =>
      `No more than ${characters(most)} in sequence, such as abc or 321`,
    maxLength: ([most = 72]) =>
      `At most ${count("en", most, { one: "# byte", other: "# bytes" })}: a shorter password`,
    lowerCase: () => "A lowercase letter (a–z)",
    upperCase: () => "An uppercase letter (A–Z)",
    numbers: () => "A number (0–9)",
    specialCharacters: () => "A special character (such as !@#$)",
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
    invalid_otp: "That code is wrong or has run out. Check it, or ask for a new one.",
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
} as const satisfies Messages;

function characters(value: number): string {
  return count("en", value, { one: "# character", other: "# characters" });
}

function secondsOf(duration: number): string {
  return count("en", Math.ceil(duration / 1000), { one: "# second", other: "# seconds" });
}
