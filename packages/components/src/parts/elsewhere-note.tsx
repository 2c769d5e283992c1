"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { usePartProps } from "./part-props.js";

/** What `ElsewhereNote` takes; its children are what it says. */
export interface ElsewhereNoteProps {
  readonly isShown: boolean;
  readonly children: ReactNode;
}

/** Says that a form leads elsewhere, so that some of its fields are gone. The focus that was in one goes to the button. */
export function ElsewhereNote({ isShown, children }: ElsewhereNoteProps): ReactNode {
  const partProps = usePartProps();
  const element = useRef<HTMLParagraphElement>(null);
  const wasShown = useRef(isShown);

  useEffect(() => {
    const hasCome = isShown && !wasShown.current;
    wasShown.current = isShown;
    if (!hasCome || document.activeElement !== document.body) return;
    const form = element.current?.closest("form");
    form?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }, [isShown]);

  return (
    <p {...partProps("onward")} ref={element} role="status">
      {isShown && children}
    </p>
  );
}
