import { MessagesProvider } from "@portico/components";
import type { ReactNode } from "react";
import { useSpeech } from "./language.js";

/** Gives the components the reader's language; shows nothing for the moment until it is there. */
export function Spoken({ children }: { readonly children: ReactNode }): ReactNode {
  const { messages, isReady } = useSpeech();
  return isReady && <MessagesProvider messages={messages}>{children}</MessagesProvider>;
}
