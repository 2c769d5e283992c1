"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";

/** What `useDisclosure` gives. */
export interface Disclosure {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  /** Closes it and gives the focus back to its button. */
  readonly close: () => void;
  /** What holds both the button and the list. */
  readonly root: RefObject<HTMLDivElement | null>;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/**
 * A button that unfolds a list of further ones. Esc, a press elsewhere and a focus that moves on close it; arrows, Home
 * and End walk through what the selector `items` finds in it.
 */
export function useDisclosure(items: string): Disclosure {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener("keydown", onKeyDown, { signal });
    if (!isOpen) return () => listening.abort();
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && element.contains(target);
    element.addEventListener(
      "focusout",
      ({ relatedTarget }) => {
        // Nobody gets the focus of a window that is left.
        if (relatedTarget && !isInside(relatedTarget)) setOpen(false);
      },
      { signal },
    );
    document.addEventListener(
      "pointerdown",
      (event) => !event.composedPath().includes(element) && setOpen(false),
      { signal },
    );
    return () => listening.abort();

    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === "Escape" && isOpen) {
        setOpen(false);
        button.current?.focus();
        // It is meant for this menu, not for a dialog around it.
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const next = nextIndex(event.key);
      if (!next) return;
      event.preventDefault();
      if (!isOpen) flushSync(() => setOpen(true));
      const found = Array.from(element?.querySelectorAll<HTMLElement>(items) ?? []);
      const at = found.findIndex((item) => item === item.ownerDocument.activeElement);
      found.at(next(at, found.length))?.focus();
    }
  }, [isOpen, items]);

  return {
    isOpen,
    toggle: () => setOpen(!isOpen),
    close: () => {
      setOpen(false);
      button.current?.focus();
    },
    root,
    button,
  };
}

/** Where a key leads to from one of `length` items; -1 is the last one, and where nobody is. */
function nextIndex(key: string): ((at: number, length: number) => number) | undefined {
  switch (key) {
    case "ArrowDown":
      return (at, length) => (at + 1) % length;
    case "ArrowUp":
      return (at) => Math.max(at, 0) - 1;
    case "Home":
      return () => 0;
    case "End":
      return () => -1;
    default:
      return undefined;
  }
}
