"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import { sharedWords } from "./en/shared.js";
import type { Messages, PartialMessages } from "./messages.js";
import { mergeMessages } from "./translate.js";

/** What stands above the English words. */
const MessagesContext = createContext<PartialMessages>({});

/** What `MessagesProvider` takes. */
export interface MessagesProviderProps {
  /** A whole dictionary or some words; what it leaves out comes from the provider above, or is English. */
  readonly messages?: PartialMessages | undefined;
  readonly children?: ReactNode;
}

/** Replaces words for all components below it. */
export function MessagesProvider({ messages, children }: MessagesProviderProps): ReactNode {
  const above = useContext(MessagesContext);
  const all = useMemo(() => (messages ? mergeMessages(above, messages) : above), [above, messages]);
  return <MessagesContext.Provider value={all}>{children}</MessagesContext.Provider>;
}

/** What every component says. */
export type SharedMessages = Pick<Messages, keyof typeof sharedWords | "direction">;

/**
 * The words to use here: those that every component needs, and `own` sections, which are given in English, so that a
 * page has the words of no component that it does not show.
 */
export function useMessages(): SharedMessages;
export function useMessages<Own extends Partial<Messages>>(
  own: Own,
): SharedMessages & Pick<Messages, keyof Own & keyof Messages>;
export function useMessages(own: Partial<Messages> = none): Partial<Messages> {
  const above = useContext(MessagesContext);
  const known = dictionaries.get(above) ?? new WeakMap<Partial<Messages>, Partial<Messages>>();
  dictionaries.set(above, known);
  const found = known.get(own) ?? chosen(above, own);
  known.set(own, found);
  return found;
}

const none = {};

// By what stands above and by the sections asked for, so that the fields of a form share one.
const dictionaries = new WeakMap<PartialMessages, WeakMap<Partial<Messages>, Partial<Messages>>>();

function chosen(above: PartialMessages, own: Partial<Messages>): Partial<Messages> {
  const english: PartialMessages = { ...sharedWords, ...own };
  const wanted = Object.entries(above).filter(([name]) => name in english || name === "direction");
  return mergeMessages(english, Object.fromEntries(wanted)) as Partial<Messages>;
}
