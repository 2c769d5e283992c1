"use client";

import {
  useAuthClient,
  useLastSignIn,
  useLoginWithConnection,
  type AppState,
  type ConnectionLoginOutcome,
  type FlowResult,
  type PopupFeatures,
  type Session,
} from "@portico/react";
import { useState } from "react";
import { describeConnection } from "../connections/connection-catalog.js";
import type { ConnectionItem, DescribedConnection } from "../connections/connection-item.js";
import { isAuthProblem } from "../i18n/translate.js";
import type { HostedWay } from "../parts/form-progress.js";
import type { SocialItem } from "../parts/social-list.js";
import { mostShown } from "../parts/social-room.js";
import type { SocialProgress } from "../parts/social-ways.js";
import type { InvitedParams } from "./invited.js";
import { placeError } from "./place-error.js";
import type { ShownValues, SignInEvents } from "./sign-in-events.js";
import { ownSignIn } from "./sign-in-calls.js";
import { tell, tellFailure } from "./tell.js";
import { useConsent, type BeforeSubmit } from "./use-consent.js";
import { useFormProgress } from "./use-form-progress.js";
import { useHydrated } from "./use-hydrated.js";

/** What a form that offers other ways in takes for them. */
export interface SocialOptions {
  /** The connections to offer, in their order; none if not given. */
  readonly connections?: readonly ConnectionItem[] | undefined;
  /** Whether to leave the page or to open a window of its own; `redirect` if not given. */
  readonly socialMode?: "redirect" | "popup" | undefined;
  /** Size and place of the window. */
  readonly popup?: PopupFeatures | undefined;
  /** Marks how somebody last signed in at this browser; false if not given. Needs `rememberLastSignIn`. */
  readonly lastUsed?: boolean | undefined;
  /** Called with the connection's name when its button was pressed, before anything else happens. */
  readonly onConnectionClick?: ((connection: string) => void) | undefined;
}

/** What `useSocialLogin` takes. */
export interface SocialLoginOptions
  extends SocialOptions, InvitedParams, Pick<SignInEvents, "onSuccess" | "onError"> {
  /** Called when somebody has signed in by a window; the session is there by then. */
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
  /** Asked before a button leads on, with its connection. A text refuses, in the reader's language. */
  readonly onBeforeSubmit?: BeforeSubmit<ShownValues> | undefined;
  /** Kept for the way back from a redirect. */
  readonly appState?: AppState | undefined;
  /** Asked in the click itself; false stops it, as where terms have to be agreed to first. */
  readonly mayLeave?: (() => boolean) | undefined;
}

/** Other ways in without their looks. */
export interface SocialLogin extends SocialProgress {
  readonly buttons: readonly SocialItem[];
  /** Has to be called in the click itself, or browsers open no window. */
  readonly choose: (connection: string) => void;
  /** Gives up what is under way, unless the page is being left. */
  readonly giveUp: () => void;
}

/** Signs in by connections: by leaving the page, or in a window of its own. One at a time. */
export function useSocialLogin(options: SocialLoginOptions): SocialLogin {
  const { connections = none, socialMode, popup, lastUsed, onConnectionClick } = options;
  const { audience, scope, organization, invitation, appState } = options;
  const { onAuthenticated, onSuccess, onError, onBeforeSubmit, mayLeave } = options;
  const { state, loginWithConnection, loginWithPopup, reset } = useLoginWithConnection();
  const client = useAuthClient();
  const { lastSignIn } = useLastSignIn();
  const isHydrated = useHydrated();
  const [chosen, setChosen] = useState<Chosen>();
  const consent = useConsent(onBeforeSubmit);
  const { submit, failure } = useFormProgress(consent.state ?? state);
  const isPending = submit === "pending";
  const code = isAuthProblem(failure?.problem) ? failure.problem.code : undefined;
  const isWindowless = code === "popup_blocked" || code === "popup_unavailable";
  const described = connections.map(describeConnection);
  const cancel = state.status === "pending" && chosen?.isPopup ? reset : undefined;

  return {
    buttons: lastUsedInSight(described.map(toItem)),
    choose: (connection) => choose({ connection, isPopup: socialMode === "popup" }),
    submit,
    failure: code && placeError(code) === "nowhere" ? undefined : failure,
    tone: code === "popup_closed" || isWindowless ? "notice" : "danger",
    cancel,
    giveUp() {
      consent.stop();
      cancel?.();
    },
    hosted: isWindowless && chosen ? withoutWindow(chosen) : undefined,
  };

  function toItem({ connection, name, ...looks }: DescribedConnection): SocialItem {
    const { icon, background, color } = looks;
    const isLastUsed = lastUsed === true && lastSignIn?.connection === connection;
    const state = stateOf(connection);
    return { connection, name, icon, background, color, isLastUsed, state };
  }

  function stateOf(connection: string): SocialItem["state"] {
    if (isPending && chosen?.connection === connection) return "pending";
    return isHydrated && !isPending && submit !== "done" ? "ready" : "held";
  }

  function withoutWindow({ connection, isPopup }: Chosen): HostedWay {
    const leave = () => choose({ connection, isPopup: false });
    return { isPending: isPending && !isPopup, error: undefined, leave };
  }

  function choose(next: Chosen): void {
    if (stateOf(next.connection) !== "ready") return;
    tell(onConnectionClick, next.connection);
    if (mayLeave?.() === false) return;
    setChosen(next);
    const answer = consent.ask(nothingTyped, next.connection);
    if (answer instanceof Promise) void answer.then((late) => late === "yes" && go(next));
    else if (answer === "yes") go(next);
  }

  function go({ connection, isPopup }: Chosen): void {
    const connectionScope = described.find((item) => item.connection === connection)?.scope;
    const asked = { connection, connectionScope, audience, scope, organization, invitation };
    // A window opens in the click itself or not at all.
    const call = ownSignIn(client, () =>
      isPopup ? loginWithPopup({ ...asked, popup }) : loginWithConnection({ ...asked, appState }),
    );
    void conclude(call);
  }

  async function conclude(call: Promise<FlowResult<ConnectionLoginOutcome>>): Promise<void> {
    const result = await call;
    if (result.status === "failed") return tellFailure(onError, result.error);
    const { outcome } = result;
    if (outcome.kind === "authenticated") tell(onAuthenticated, outcome.session);
    tell(onSuccess, outcome);
  }
}

interface Chosen {
  readonly connection: string;
  readonly isPopup: boolean;
}

const none: readonly ConnectionItem[] = [];

const nothingTyped: ShownValues = {};

/** The one that was used last comes first where it would else be folded away. */
function lastUsedInSight(items: readonly SocialItem[]): readonly SocialItem[] {
  const at = items.findIndex(({ isLastUsed }) => isLastUsed);
  const last = items[at];
  return last && at >= mostShown ? [last, ...items.filter((item) => item !== last)] : items;
}
