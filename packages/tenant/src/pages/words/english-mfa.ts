/** The words of the second step; the other languages have the same. */
export const englishMfa = {
  code: "Code",
  recoveryCode: "Recovery code",
  proceed: "Continue",
  newCode: "Send a new code",
  otherWays: "Other ways",
  staysHere: "Nothing leaves this machine:",
  openInbox: "open the inbox",

  askFor: {
    totp: {
      title: "Enter your code",
      lead: () => "Your authenticator app shows it, and a new one every 30 seconds.",
    },
    sms: {
      title: "Check your phone",
      lead: (hint: string) => `We sent a text message with a code to ${hint}.`,
    },
    voice: {
      title: "Answer your phone",
      lead: (hint: string) => `We are calling ${hint} to tell you a code.`,
    },
    email: {
      title: "Check your e-mail",
      lead: (hint: string) => `We sent a code to ${hint}.`,
    },
    "recovery-code": {
      title: "Use your recovery code",
      lead: () => "You kept it when you set up your second step. It counts once.",
    },
  },
  pushes: {
    pending: {
      title: "Approve this sign-in",
      lead: "We asked you on your device. This page goes on as soon as you approve.",
    },
    denied: {
      title: "This sign-in was denied",
      lead: "If that wasn’t meant, we can ask you once more.",
    },
    over: {
      title: "Nobody answered",
      lead: "The question on your device has expired. We can ask you once more.",
    },
  },
  askAgain: "Ask again",
  ways: {
    totp: () => "Use your authenticator app",
    sms: (hint: string) => `Text a code to ${hint}`,
    voice: (hint: string) => `Call ${hint} with a code`,
    email: (hint: string) => `Send a code to ${hint}`,
    push: () => "Approve on your device",
    "recovery-code": () => "Use a recovery code",
  },

  wrongCode: "That code isn’t right. Check it and try again.",
  tooManyCodes: "Too many wrong codes. Wait a few minutes, then try again.",
  expiredCode: "That code has expired. Ask for a new one.",
  sentAgain: "We sent you a new code.",

  setUpTitle: "Set up a second step",
  setUpLead: "It keeps others out, even when they know your password.",
  offered: { totp: "Authenticator app", sms: "Text message", email: "E-mail" },
  scanTitle: "Scan this code",
  scanLead: "Your authenticator app then shows six digits. Type them below.",
  scanImage: "QR code for your authenticator app",
  noCamera: "No camera? Type this key into the app:",
  codesBy: { sms: "Codes by text message", email: "Codes by e-mail" },
  codesLead: "We send you a code whenever you sign in.",
  phoneNumber: "Phone number",
  invalidAddress: {
    sms: "Type the number with its country code, such as +1\u00a0555\u00a0123\u00a04567.",
    email: "That doesn’t look like an e-mail address.",
  },
  sendCode: "Send code",

  keepTitle: "Keep your recovery code",
  keepLead: "It signs you in, once, when you cannot use your second step. We won’t show it again.",
  kept: "I’ve kept it",
};
