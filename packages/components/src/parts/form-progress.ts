import type { AuthError } from "@portico/react";
import type { Problem } from "../i18n/translate.js";

/** What a form's button is at: ready, busy, waiting for a countdown, or done. */
export type SubmitState = "ready" | "pending" | "waiting" | "done";

/** What went wrong with a form as a whole. */
export interface Failure {
  readonly problem: Problem;
  /** Counts the failures, so that the same one twice can be told apart. */
  readonly attempt: number;
  /** Whether a further call is under way: the failure keeps its place and is not shown. */
  readonly isStale: boolean;
}

/** A wait that the tenant asked for. */
export interface CoolDown {
  readonly seconds: number;
  /** Has to be called when the seconds are over. */
  readonly end: () => void;
}

/** The way on by the tenant's own page. */
export interface HostedWay {
  readonly isPending: boolean;
  /** Why the page could not be left. */
  readonly error: AuthError | undefined;
  /** Leaves the page; the tenant's page has the e-mail address filled in. */
  readonly leave: () => void;
}

/** How a form's call goes. */
export interface FormProgress {
  readonly submit: SubmitState;
  /** Whether handlers are attached: not in a page that a server sent, until React takes over. */
  readonly isHydrated: boolean;
  readonly failure: Failure | undefined;
  readonly coolDown: CoolDown | undefined;
  /** Given where the tenant's own page is the only way on. */
  readonly hosted: HostedWay | undefined;
}
