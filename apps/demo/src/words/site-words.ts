/** What stands on every page and around the sign-in, in English; other languages bring theirs when they load. */
export const siteWords = {
  skip: "Skip to content",
  loading: "Loading",
  signIn: "Sign in",
  what: "Atrium is Portico’s sample application.",
  ways: "All the ways in",
  tenant: "Local tenant:",
  inbox: "Inbox",
  language: "Language",
  noLanguage: "That language didn’t load. Check your connection.",
  hosted: "Use the hosted sign-in page instead",
  noHosted: "It didn’t open. Allow cookies and site data for this page, then try again.",
  sample: "Sample user of the local tenant",
  email: "E-mail",
  password: "Password",
  fillIn: "Fill in",
  broken: "Atrium didn’t load",
  offline: "Check your connection, then load the page again.",
  wrong: "Something about this page is set up wrongly. Its makers have to mend it.",
  again: "Load again",
};

/** The same in every language. */
export type SiteWords = Readonly<Record<keyof typeof siteWords, string>>;
