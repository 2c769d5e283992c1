import type { Messages } from "../messages.js";

/** English, section `mfa`. */
export const mfaWords = {
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
} as const satisfies Pick<Messages, "mfa">;
