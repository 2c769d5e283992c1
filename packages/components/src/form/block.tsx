"use client";

import type { CSSProperties, ReactNode } from "react";
import { MessagesProvider } from "../i18n/messages-provider.js";
import type { PartialMessages } from "../i18n/messages.js";
import { AppearanceProvider, type Appearance } from "../parts/appearance-provider.js";
import { FramedNotice, type FramedNoticeProps } from "../parts/framed-notice.js";
import { useFramed } from "./use-framed.js";
import { Ready } from "./use-ready.js";

/** What every component takes to look and speak as it should. */
export interface BlockProps extends Appearance {
  /** Replaces the title; null leaves it out. */
  readonly title?: ReactNode;
  /** Something to say before anything else, such as why the reader was signed out. */
  readonly message?: ReactNode;
  /** Replaces words for this component alone. */
  readonly messages?: PartialMessages | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Focuses the first empty field when the component appears; false if not given. */
  readonly autoFocus?: boolean | undefined;
  /** Shows a way back to the step before. */
  readonly onBack?: (() => void) | undefined;
  /**
   * Works inside a page of another site too. If not given, only the way out of such a frame is shown: whoever frames a
   * page can lay something over it and have its readers press what they do not see. (OWASP: clickjacking)
   */
  readonly allowFraming?: boolean | undefined;
  /** Called once, when the component is on the screen and can be used. */
  readonly onReady?: (() => void) | undefined;
}

/** What a component's card takes of it. */
export type CardLooks = Pick<
  BlockProps,
  "title" | "message" | "className" | "style" | "autoFocus" | "onBack"
>;

/** What stands around a component. */
export type Surroundings = Pick<
  BlockProps,
  "messages" | "slots" | "unstyled" | "className" | "style" | "allowFraming" | "onReady"
>;

/** Splits what is about looks and words from what a component does. */
export function blockProps<Props extends BlockProps>(props: Props) {
  const { title, message, messages, className, style, autoFocus, onBack, ...others } = props;
  const { slots, unstyled, allowFraming, onReady, ...options } = others;
  const looks: CardLooks = { title, message, className, style, autoFocus, onBack };
  const appearance = { slots, unstyled, className, style };
  const surroundings: Surroundings = { ...appearance, messages, allowFraming, onReady };
  return { looks, surroundings, options };
}

/** What stands around a component: its words and its parts. Framed by another site, it lets the component be unseen. */
export function Block(props: Surroundings & { readonly children: ReactNode }): ReactNode {
  const { messages, slots, unstyled, onReady, children, ...guarded } = props;
  return (
    <AppearanceProvider slots={slots} unstyled={unstyled}>
      <MessagesProvider messages={messages}>
        <Unframed {...guarded}>
          {children}
          <Ready onReady={onReady} />
        </Unframed>
      </MessagesProvider>
    </AppearanceProvider>
  );
}

/** Shows its children, or only the way out where another site frames the page. */
export function Unframed(
  props: Omit<FramedNoticeProps, "address"> & {
    readonly allowFraming?: boolean | undefined;
    readonly children: ReactNode;
  },
): ReactNode {
  const { allowFraming, children, ...notice } = props;
  const address = useFramed();
  if (address === undefined || allowFraming) return children;
  return <FramedNotice address={address} {...notice} />;
}
