import { Auth0Lock, Auth0LockPasswordless } from "auth0-lock";
import english from "auth0-lock/lib/i18n/en.js";

declare global {
  interface Window {
    /** Made by Lock. */
    Auth0: { registerLanguageDictionary(language: string, dictionary: object): void };
    /** Set by the test before the page loads, also when a redirect comes back to it. */
    lockSetup: {
      readonly passwordless: boolean;
      readonly clientId: string;
      readonly domain: string;
      readonly options: object;
    };
    lock: InstanceType<typeof Auth0Lock>;
    /** What Lock has told so far; empty at first, as the test sets it. */
    lockEvents: { event: string; detail: unknown }[];
  }
}

// As the language files at cdn.auth0.com do, which these tests must not need.
window.Auth0.registerLanguageDictionary("en", english.default);

const { passwordless, clientId, domain, options } = window.lockSetup;
const Lock = passwordless ? Auth0LockPasswordless : Auth0Lock;

window.lock = new Lock(clientId, domain, options);
for (const event of [
  "authenticated",
  "authorization_error",
  "unrecoverable_error",
  "signup success",
  "signup error",
]) {
  window.lock.on(event, (detail) => window.lockEvents.push({ event, detail }));
}
