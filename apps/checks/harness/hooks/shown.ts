import type { AuthConfig } from "@portico/react";

/** What a page shows; a test gives it to the page before any of its scripts run. */
export interface Shown {
  /** The file of the app, and of the component in it: `social-buttons` has `SocialButtons`. */
  readonly app: string;
  readonly config: AuthConfig & { readonly skipRedirectCallback?: boolean };
  readonly strict: boolean;
  /** For the app `probe`: the hook, and what it is given. */
  readonly hook?: readonly [name: string, ...given: unknown[]];
}

declare global {
  interface Window {
    shown?: Shown;
    /** Takes the whole app out of the page. */
    unmount?: () => void;
  }
}
