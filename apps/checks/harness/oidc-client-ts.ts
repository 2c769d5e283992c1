import { UserManager, WebStorageStateStore, type UserManagerSettings } from "oidc-client-ts";

declare global {
  interface Window {
    /** Set by the test before the page loads, also when a redirect comes back to it. */
    oidcSettings: UserManagerSettings;
    oidc: UserManager;
  }
}

window.oidc = new UserManager({
  ...window.oidcSettings,
  userStore: new WebStorageStateStore({ store: window.localStorage }),
});

// In an iframe or a popup this page is the callback page.
if (window.parent !== window || window.opener !== null) void window.oidc.signinCallback();
