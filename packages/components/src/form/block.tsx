"use client";

import type { CSSProperties, ReactNode } from "react";
import { MessagesProvider } from "../i18n/messages-provider.js";
import type { PartialMessages } from "../i18n/messages.js";
import { AppearanceProvider, type Appearance } from "../parts/appearance-provider.js";

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
}

/** What a component's card takes of it. */
export type CardLooks = Pick<
  BlockProps,
  "title" | "message" | "className" | "style" | "autoFocus" | "onBack"
>;

/** Splits what is about looks and words from what a component does. */
export function blockProps<Props extends BlockProps>(props: Props) {
  const { title, message, messages, className, style, autoFocus, onBack, ...others } = props;
  const { slots, unstyled, ...options } = others;
  const looks: CardLooks = { title, message, className, style, autoFocus, onBack };
  return { looks, surroundings: { messages, slots, unstyled }, options };
}

/** What stands around a component: its words and its parts. */
export function Block(
  props: Pick<BlockProps, "messages" | "slots" | "unstyled"> & { readonly children: ReactNode },
): ReactNode {
  const { messages, slots, unstyled, children } = props;
  return (
    <AppearanceProvider slots={slots} unstyled={unstyled}>
      <MessagesProvider messages={messages}>{children}</MessagesProvider>
    </AppearanceProvider>
  );
}
