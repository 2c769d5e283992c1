/** What a panel can show. */
export type AuthPanelView = "login" | "signup" | "reset" | "passwordless" | "mfa" | "signedIn";

/** The view that is shown, and those that led to it. */
export interface PanelTrail {
  readonly shown: AuthPanelView;
  readonly before: readonly AuthPanelView[];
}

/** Whether the reader gets to it by a tab, so that it is no step after another view. */
export function isTab(view: AuthPanelView): boolean {
  return view === "login" || view === "signup";
}

/**
 * The trail after one more step. A view that was passed is gone back to, and nothing leads back from, or to, somebody
 * who is signed in.
 */
export function stepTo(trail: PanelTrail, next: AuthPanelView): PanelTrail {
  const { shown, before } = trail;
  if (next === shown) return trail;
  if (next === "signedIn" || shown === "signedIn") return { shown: next, before: [] };
  if (isTab(next) && isTab(shown)) return { shown: next, before };
  const passed = before.indexOf(next);
  if (passed >= 0) return { shown: next, before: before.slice(0, passed) };
  return { shown: next, before: [...before, shown] };
}
