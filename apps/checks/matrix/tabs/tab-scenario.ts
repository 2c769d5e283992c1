import type { SessionState } from "@portico/core";
import type { Tabs } from "./tabs.js";

/** Something that happens to an application that is open in several tabs. */
export interface TabScenario {
  readonly id: string;
  /** What has to be so, whatever the engine. */
  readonly title: string;
  readonly run: (tabs: Tabs) => Promise<void>;
}

export const password = "Long-enough-42";

export const signedOutElsewhere: SessionState = {
  status: "anonymous",
  reason: "signed_out_elsewhere",
};

/** A signed-in session of this user. */
export const of = (email: string) => ({ status: "authenticated", session: { user: { email } } });
