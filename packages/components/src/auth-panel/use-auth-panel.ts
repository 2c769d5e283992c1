"use client";

import { useSession, type MfaChallenge, type SessionState } from "@portico/react";
import { useEffect, useRef, useState } from "react";
import { tell } from "../form/tell.js";
import { stepTo, type AuthPanelView, type PanelTrail } from "./panel-trail.js";
import { useSignInElsewhere } from "./use-sign-in-elsewhere.js";

/** What `useAuthPanel` takes; all of it optional. */
export interface AuthPanelOptions {
  /** What the panel may show; everything but `passwordless` if not given. Nothing leads to what is left out. */
  readonly views?: readonly AuthPanelView[] | undefined;
  /** What it shows first; `login`, or else the first view that may be shown, if not given. Read once. */
  readonly initialView?: AuthPanelView | undefined;
  /** What it shows, for an app that decides itself; it then has to follow `onViewChange`. */
  readonly view?: AuthPanelView | undefined;
  /** Called when another view is shown or, where the app decides, asked for. */
  readonly onViewChange?: ((view: AuthPanelView) => void) | undefined;
}

/** Which view a panel shows, and the ways between them. */
export interface AuthPanel {
  readonly view: AuthPanelView;
  readonly allows: (view: AuthPanelView) => boolean;
  /** Shows another view, if it may be shown. */
  readonly goTo: (view: AuthPanelView, focus?: "moves" | "stays") => void;
  /** Back to the view that led to this one; undefined at the start. */
  readonly back: (() => void) | undefined;
  /** What `mfa` is about. */
  readonly challenge: MfaChallenge | undefined;
  /** Shows `mfa`. */
  readonly answer: (challenge: MfaChallenge) => void;
  /** The challenge has run out: back to where a sign-in begins. */
  readonly startOver: () => void;
  /** Whether the reader is there because a challenge has run out. */
  readonly hasRunOut: boolean;
  /** Whether the view was asked for here, so that the focus belongs into it. */
  readonly takesFocus: boolean | undefined;
}

const most: readonly AuthPanelView[] = ["login", "signup", "reset", "mfa", "signedIn"];

/** The ways between the views of a panel, without the views. The history of the browser stays as it is. */
export function useAuthPanel(options: AuthPanelOptions = {}): AuthPanel {
  const { views = most, initialView, view: asked, onViewChange } = options;
  const status = useSession(statusOf);
  const [wanted] = useState(initialView);
  const home = firstOf(views, wanted);
  const [challenge, setChallenge] = useState<MfaChallenge>();
  const [hasRunOut, setRunOut] = useState(false);
  const [takesFocus, setTakesFocus] = useState<boolean>();
  const [seen, setSeen] = useState({ asked, status });
  const [trail, setTrail] = useState<PanelTrail>(() => ({ shown: firstShown(), before: [] }));
  const { shown, before } = trail;
  const last = before.at(-1);

  if (seen.asked !== asked || seen.status !== status) {
    setSeen({ asked, status });
    const next = followed();
    if (next) setTrail(stepTo(trail, next));
    // Wherever somebody has signed out, the reader may be elsewhere by now.
    if (status === "anonymous" && shown === "signedIn") setTakesFocus(false);
  }

  // The app may have taken back what is shown.
  if (shown !== home && !views.includes(shown)) setTrail({ shown: home, before: [] });

  // What is half typed here is lost knowingly: it was to sign somebody in, and somebody is. The reader may be elsewhere.
  useSignInElsewhere(() => goTo("signedIn", "stays"));

  const told = useRef(shown);
  useEffect(() => {
    const isNews = shown !== asked && shown !== told.current;
    told.current = shown;
    if (isNews) tell(onViewChange, shown);
  }, [shown, asked, onViewChange]);

  return {
    view: shown,
    allows: (view) => views.includes(view),
    goTo,
    back: last && (() => goTo(last)),
    challenge,
    answer(given) {
      setChallenge(given);
      goTo("mfa");
    },
    startOver() {
      goTo(views.includes("login") ? "login" : home);
      setRunOut(true);
    },
    hasRunOut,
    takesFocus,
  };

  function goTo(view: AuthPanelView, focus: "moves" | "stays" = "moves"): void {
    if (!views.includes(view)) return;
    setTakesFocus(focus === "moves");
    setRunOut(false);
    if (asked === undefined) setTrail((now) => stepTo(now, view));
    else tell(onViewChange, view);
  }

  /** Somebody may be signed in already, by a redirect that ended here. */
  function firstShown(): AuthPanelView {
    if (asked !== undefined) return isReachable(asked) ? asked : home;
    return isReachable("signedIn") ? "signedIn" : home;
  }

  /** Where the app leads, or the session does when it is found at the start and when it ends. */
  function followed(): AuthPanelView | undefined {
    if (status === "anonymous" && shown === "signedIn") return home;
    if (asked !== undefined) return isReachable(asked) ? asked : undefined;
    return seen.status === "starting" && isReachable("signedIn") ? "signedIn" : undefined;
  }

  function isReachable(view: AuthPanelView): boolean {
    if (view === "mfa" && !challenge) return false;
    if (view === "signedIn" && status !== "authenticated") return false;
    return views.includes(view);
  }
}

function firstOf(
  views: readonly AuthPanelView[],
  wanted: AuthPanelView | undefined,
): AuthPanelView {
  const choices: readonly (AuthPanelView | undefined)[] = [wanted, "login", ...views];
  const first = choices.find((view) => view && isBeginning(view) && views.includes(view));
  return first ?? "login";
}

/** What can be shown to somebody of whom nothing is known. */
function isBeginning(view: AuthPanelView): boolean {
  return view !== "mfa" && view !== "signedIn";
}

function statusOf({ status }: SessionState): SessionState["status"] {
  return status;
}
