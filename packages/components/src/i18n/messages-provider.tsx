"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import { en } from "./locales/en.js";
import type { Messages, PartialMessages } from "./messages.js";
import { mergeMessages } from "./translate.js";

const MessagesContext = createContext<Messages>(en);

/** What `MessagesProvider` takes. */
export interface MessagesProviderProps {
  /** A whole dictionary or some words; what it leaves out comes from the provider above, or is English. */
  readonly messages?: PartialMessages | undefined;
  readonly children?: ReactNode;
}

/** Replaces words for all components below it. */
export function MessagesProvider({ messages, children }: MessagesProviderProps): ReactNode {
  const above = useMessages();
  const all = useMemo(() => (messages ? mergeMessages(above, messages) : above), [above, messages]);
  return <MessagesContext.Provider value={all}>{children}</MessagesContext.Provider>;
}

/** The words to use here. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}
