"use client";

import { useRef, useState, type ReactNode } from "react";
import { tell } from "../form/tell.js";
import { useReady } from "../form/use-ready.js";
import { authPanelWords } from "../i18n/en/auth-panel.js";
import { useMessages } from "../i18n/messages-provider.js";
import { useOnDemand } from "../parts/on-demand.js";
import type { AuthPanelProps } from "./auth-panel-props.js";
import { AuthPanelView } from "./auth-panel-view.js";
import { PanelBlock } from "./panel-block.js";
import { isTab, type AuthPanelView as View } from "./panel-trail.js";
import { createNameKeeper } from "./typed-names.js";
import { useAuthPanel } from "./use-auth-panel.js";
import { useSignInElsewhere } from "./use-sign-in-elsewhere.js";
import { codeOf, loadAhead } from "./view-code.js";

/** What `PanelContent` takes. */
export interface PanelContentProps extends Omit<
  AuthPanelProps,
  "dialog" | "open" | "onClose" | "messages" | "slots" | "unstyled"
> {
  readonly nameId: string;
  readonly onClose: (() => void) | undefined;
}

/** A panel from its beginning: in a dialog it is there while that is open. */
export function PanelContent(props: PanelContentProps): ReactNode {
  const { views, initialView, view, onViewChange, onReady, ...others } = props;
  const { nameId, onClose, logo, className, style, ...options } = others;
  const { autoFocus = false } = options;
  const panel = useAuthPanel({ views, initialView, view, onViewChange });
  const { authPanel } = useMessages(authPanelWords);
  const card = useRef<HTMLDivElement>(null);
  const [names] = useState(createNameKeeper);
  const isEither = panel.allows("login") && panel.allows("signup");
  // Who is invited has the same way on in both.
  const hasTabs = isTab(panel.view) && isEither && !options.invitation;
  const tabs = [
    { name: "login", label: authPanel.login },
    { name: "signup", label: authPanel.signup },
  ];
  const takesFocus = panel.takesFocus ?? autoFocus;
  const isThere = useOnDemand(codeOf(panel.view)) !== undefined;

  useReady(onReady, isThere);
  useSignInElsewhere((session) => tell(options.onAuthenticated, session));

  return (
    <AuthPanelView
      {...{ nameId, onClose, logo, className, style, takesFocus, isThere }}
      view={panel.view}
      tabs={hasTabs ? tabs : undefined}
      onTab={(name) => leaveFor(name === "signup" ? "signup" : "login", undefined, "stays")}
      onTyped={() => names.read(card.current)}
      onWay={() => loadAhead(byWay.filter(panel.allows))}
      cardRef={card}
    >
      <PanelBlock
        {...options}
        key={panel.view}
        panel={panel}
        names={names}
        autoFocus={takesFocus}
        onLeave={leaveFor}
      />
    </AuthPanelView>
  );

  /** What was typed goes along; no secret is read. */
  function leaveFor(next: View, name?: string, focus?: "moves" | "stays"): void {
    names.read(card.current);
    names.take(name);
    panel.goTo(next, focus);
  }
}

// Nobody chooses to be asked for a second factor, and few are.
const byWay: readonly View[] = ["signup", "reset", "passwordless"];
