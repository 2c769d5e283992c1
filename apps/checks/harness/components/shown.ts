import type { AuthConfig } from "@portico/react";
import type { apps } from "./page.js";

export type AppName = keyof typeof apps;

/** What a page shows; a test gives it to the page before any of its scripts run. */
export interface Shown {
  readonly app: AppName;
  readonly config: AuthConfig;
  /** What the component is given, as far as it is plain data. */
  readonly props: Readonly<Record<string, unknown>>;
  /** Callbacks that the component is given too; each call of one is shown. */
  readonly traced: readonly string[];
}

declare global {
  interface Window {
    shownComponent?: Shown;
    /** Takes the whole app out of the page. */
    unmount?: () => void;
    /** Renders the app anew, with other props or another configuration. */
    show?: (shown: Shown) => void;
    /** Renders another app, with a provider of its own, in the same page. */
    showBeside?: (shown: Shown) => void;
  }
}
