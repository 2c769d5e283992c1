"use client";

import { useUser, type AuthError, type Session, type SignupOutcome } from "@portico/react";
import type { ReactNode } from "react";
import type { CardLooks } from "../form/block.js";
import type { ShownValues, SignInEvents } from "../form/sign-in-events.js";
import { tell } from "../form/tell.js";
import { authPanelWords } from "../i18n/en/auth-panel.js";
import { useMessages } from "../i18n/messages-provider.js";
import { Login } from "../login/login.js";
import type { SharedOptions, ViewOptions } from "./auth-panel-props.js";
import { isTab, type AuthPanelView } from "./panel-trail.js";
import { SignedInView } from "./signed-in-view.js";
import type { NameKeeper } from "./typed-names.js";
import type { AuthPanel } from "./use-auth-panel.js";
import { viewCode } from "./view-code.js";
import { ViewOnDemand } from "./view-on-demand.js";

/** What `PanelBlock` takes. */
export interface PanelBlockProps
  extends SharedOptions, ViewOptions, Pick<CardLooks, "title" | "message" | "autoFocus"> {
  readonly panel: AuthPanel;
  readonly names: NameKeeper;
  readonly allowFraming?: boolean | undefined;
  /** Leads to another view, with what was typed here. */
  readonly onLeave: (view: AuthPanelView, name?: string) => void;
}

/** The component behind a view, with its ways to the others. */
export function PanelBlock(props: PanelBlockProps): ReactNode {
  const { panel, names, allowFraming, onLeave, title, message, autoFocus } = props;
  const { identifier, connection, connections, socialMode, popup, lastUsed } = props;
  const { audience, scope, organization, invitation, via, appState } = props;
  const { onBeforeSubmit, onConnectionClick } = props;
  const { login, signup, passwordless, resetPassword, mfa } = props;
  const { authPanel } = useMessages(authPanelWords);
  const user = useUser();
  const { view, allows, challenge } = panel;
  const tokens = { audience, scope, organization, invitation, appState };
  const social = { connections, socialMode, popup, lastUsed, onConnectionClick };
  const defaultValues = names.get();
  const onChallenge = allows("mfa") ? panel.answer : undefined;
  const looks = {
    allowFraming,
    // Why the reader is here again comes first: the card takes the focus, and tells it.
    autoFocus: autoFocus && !panel.hasRunOut,
    message: panel.hasRunOut ? authPanel.ranOut : message,
    onBack: isTab(view) && allows("login") && allows("signup") ? undefined : panel.back,
  };

  switch (view) {
    case "login":
      return (
        <Login
          {...looks}
          {...tokens}
          {...social}
          {...{ title, identifier, connection, via, onChallenge, onBeforeSubmit }}
          onForgotPassword={way("reset")}
          onPasswordless={way("passwordless")}
          {...login}
          {...telling(login)}
          defaultValues={{ ...login?.defaultValues, ...defaultValues }}
        />
      );
    case "signup":
      return (
        <ViewOnDemand
          code={viewCode.signup}
          given={{
            ...looks,
            ...tokens,
            ...social,
            title,
            connection,
            via,
            onChallenge,
            onBeforeSubmit,
            onLogin: way("login"),
            ...signup,
            ...telling(signup),
            defaultValues: { ...signup?.defaultValues, ...defaultValues },
          }}
        />
      );
    case "passwordless":
      return (
        <ViewOnDemand
          code={viewCode.passwordless}
          given={{
            ...looks,
            ...tokens,
            via,
            onChallenge,
            onBeforeSubmit,
            onPassword: way("login"),
            ...passwordless,
            ...telling(passwordless),
            defaultValues: { ...passwordless?.defaultValues, ...defaultValues },
          }}
        />
      );
    case "reset":
      return (
        <ViewOnDemand
          code={viewCode.reset}
          given={{
            ...looks,
            connection,
            organization,
            invitation,
            onBeforeSubmit,
            onLogin: way("login"),
            ...resetPassword,
            ...tellingEvents(resetPassword),
            defaultValues: { ...resetPassword?.defaultValues, ...defaultValues },
          }}
        />
      );
    case "mfa":
      return (
        challenge && (
          <ViewOnDemand
            code={viewCode.mfa}
            given={{
              ...looks,
              ...tokens,
              onStartOver: panel.startOver,
              ...mfa,
              ...telling(mfa),
              challenge,
            }}
          />
        )
      );
    case "signedIn":
      return <SignedInView user={user} message={message} />;
    default:
      return view satisfies never;
  }

  function way(next: AuthPanelView): ((name?: string) => void) | undefined {
    return allows(next) ? (name) => onLeave(next, name) : undefined;
  }

  /** The view's own callbacks are called first, the panel's next. */
  function telling(own: ToldOf | undefined) {
    return {
      onAuthenticated(session: Session) {
        tell(own?.onAuthenticated, session);
        tell(props.onAuthenticated, session);
        panel.goTo("signedIn");
      },
      ...tellingEvents(own),
    };
  }

  function tellingEvents(own: SignInEvents | undefined) {
    return {
      onSubmit(values: ShownValues) {
        tell(own?.onSubmit, values);
        tell((shown) => props.onSubmit?.(shown, view), values);
      },
      onSuccess(outcome: SignupOutcome) {
        tell(own?.onSuccess, outcome);
        tell((reached) => props.onSuccess?.(reached, view), outcome);
      },
      onError(error: AuthError) {
        tell(own?.onError, error);
        tell((failure) => props.onError?.(failure, view), error);
      },
    };
  }
}

interface ToldOf extends SignInEvents {
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
}
