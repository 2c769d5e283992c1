import { onDemand, type OnDemand } from "../parts/on-demand.js";
import type { AuthPanelView } from "./panel-trail.js";

/** The forms that a panel does not begin with, as a rule; each is loaded when it is about to be shown. */
export const viewCode = {
  signup: onDemand(async () => ({ View: (await import("../signup/signup.js")).Signup })),
  reset: onDemand(async () => ({
    View: (await import("../reset-password/reset-password.js")).ResetPassword,
  })),
  passwordless: onDemand(async () => ({
    View: (await import("../passwordless/passwordless.js")).Passwordless,
  })),
  mfa: onDemand(async () => ({ View: (await import("../mfa/mfa.js")).Mfa })),
};

/** The code of a view; what is part of the panel itself is there from the start. */
export function codeOf(view: AuthPanelView): OnDemand<unknown> {
  return view === "login" || view === "signedIn" ? own : viewCode[view];
}

/** Loads views ahead. One that can't be had now is asked for again when it is shown, and is then missed. */
export function loadAhead(views: readonly AuthPanelView[]): void {
  for (const view of views) codeOf(view).load().catch(ignore);
}

const own: OnDemand<unknown> = {
  get: () => own,
  load: async () => own,
  subscribe: () => () => {},
};

function ignore(): void {}
