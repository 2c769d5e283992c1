"use client";

import { useContext, useId, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { BackIcon } from "./icons.js";
import { InnerCardContext } from "./inner-card.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `AuthCard` takes besides the attributes of a section. */
export interface AuthCardProps extends ComponentPropsWithoutRef<"section"> {
  /** Shown at the top; null shows nothing. */
  readonly heading: ReactNode;
  /** Names the card where no heading is shown. */
  readonly label: string;
  /** A few words below the heading. */
  readonly text?: ReactNode;
  /** Something the app wants to say before anything else, such as why the reader was signed out. */
  readonly message?: ReactNode;
  /** Shows a way back to the step before. */
  readonly onBack?: (() => void) | undefined;
}

/** The surface that a form stands on; its layout follows its own width. On another such surface it is a part of that. */
export const AuthCard = slot<AuthCardProps, HTMLElement>(
  "AuthCard",
  function AuthCard(
    { heading, label, text, message, onBack, className, children, ...native },
    ref,
  ) {
    const partProps = usePartProps();
    const { locale, direction, progress } = useMessages();
    const surface = useContext(InnerCardContext);
    const ownId = useId();
    const messageId = useId();
    const id = surface?.nameId ?? ownId;
    const isInner = surface !== undefined;
    const isNamed = isShown(heading);
    const name = isNamed || isInner ? { "aria-labelledby": id } : { "aria-label": label };
    const content = (
      <>
        {onBack && (
          <button
            type="button"
            {...partProps("back")}
            aria-label={progress.back}
            onClick={() => onBack()}
          >
            <BackIcon />
          </button>
        )}
        {(isNamed || isShown(text)) && (
          <div {...partProps("header")}>
            {isNamed && (
              <h2 {...partProps("title")} id={id}>
                {heading}
              </h2>
            )}
            {isShown(text) && <p {...partProps("text")}>{text}</p>}
          </div>
        )}
        {isInner && !isNamed && (
          <span id={id} hidden>
            {label}
          </span>
        )}
        {isShown(message) && (
          <div {...partProps("message")} role="note" id={messageId}>
            {message}
          </div>
        )}
        {children}
      </>
    );
    return (
      <section
        lang={locale}
        dir={direction}
        tabIndex={isInner ? -1 : undefined}
        aria-describedby={isShown(message) ? messageId : undefined}
        {...native}
        {...partProps(isInner ? "view" : "card", className)}
        {...name}
        ref={ref}
      >
        {isInner ? content : <div {...partProps("body")}>{content}</div>}
      </section>
    );
  },
);

function isShown(node: ReactNode): boolean {
  return node !== null && node !== undefined && node !== false && node !== "";
}
