"use client";

import {
  useEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type ReactNode,
  type Ref,
  type SyntheticEvent,
} from "react";
import { authPanelWords } from "../i18n/en/auth-panel.js";
import { useMessages } from "../i18n/messages-provider.js";
import { CloseButton } from "../parts/close-button.js";
import { InnerCardContext } from "../parts/inner-card.js";
import { usePartProps } from "../parts/part-props.js";
import { Tabs, tabId, type Tab } from "../parts/tabs.js";

/** What `AuthPanelView` takes; its children are a view that brings a card. */
export interface AuthPanelViewProps {
  /** The name of what is shown. */
  readonly view: string;
  /** The id that the view's card gives to its title. */
  readonly nameId: string;
  /** What the reader can choose from, if the view is one of them. */
  readonly tabs: readonly Tab[] | undefined;
  readonly onTab: (name: string) => void;
  /** Whether the focus belongs to what is shown. */
  readonly takesFocus: boolean;
  /** Whether its code has been loaded. */
  readonly isThere: boolean;
  /** Given in a dialog. */
  readonly onClose: (() => void) | undefined;
  /** Tells where the forms stand. */
  readonly cardRef: Ref<HTMLDivElement>;
  /** Called when something was typed into one of them. */
  readonly onTyped: () => void;
  /** Called when the pointer or the focus comes to something that may lead to another view. */
  readonly onWay: () => void;
  readonly logo?: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly children: ReactNode;
}

/** One surface for several views. */
export function AuthPanelView(props: AuthPanelViewProps): ReactNode {
  const { view, nameId, tabs, onTab, takesFocus, isThere, onClose, cardRef } = props;
  const { onTyped, onWay, logo, className, style, children } = props;
  const partProps = usePartProps();
  const { locale, direction, authPanel } = useMessages(authPanelWords);
  const body = useRef<HTMLDivElement>(null);
  const bodyId = `${nameId}-view`;
  const hasTabs = tabs !== undefined;
  const surface = useMemo(() => ({ nameId, hasTabs }), [nameId, hasTabs]);
  const asPanel = { role: "tabpanel", "aria-labelledby": tabId(bodyId, view) } as const;

  useEffect(() => {
    // Where a view has no field to begin with, its card takes the focus of what is gone.
    if (takesFocus && !body.current?.matches(":focus-within")) {
      body.current?.querySelector<HTMLElement>("[data-part=view]")?.focus();
    }
  }, [view, takesFocus, isThere]);

  return (
    <div
      lang={locale}
      dir={direction}
      {...partProps("card", className)}
      style={style}
      data-view={view}
      onInput={onTyped}
      onFocus={lookAhead}
      onPointerOver={lookAhead}
      ref={cardRef}
    >
      {logo && <div {...partProps("logo")}>{logo}</div>}
      {tabs && (
        <Tabs
          aria-label={authPanel.tabs}
          tabs={tabs}
          selected={view}
          panelId={bodyId}
          onSelect={onTab}
        />
      )}
      {onClose && <CloseButton onClose={onClose} />}
      <div {...partProps("body")} {...(hasTabs && asPanel)} id={bodyId} ref={body}>
        <InnerCardContext.Provider value={surface}>{children}</InnerCardContext.Provider>
      </div>
    </div>
  );

  function lookAhead({ target }: SyntheticEvent): void {
    if (target instanceof Element && target.closest(ways)) onWay();
  }
}

const ways = "[data-part=tab], [data-part=text-button]";
