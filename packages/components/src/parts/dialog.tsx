"use client";

import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentPropsWithoutRef,
} from "react";
import { mergeRefs } from "./merge-refs.js";
import { createModal } from "./modal.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `Dialog` takes besides the attributes of a dialog. */
export interface DialogProps extends Omit<
  ComponentPropsWithoutRef<"dialog">,
  "open" | "onClose" | "onCancel"
> {
  readonly open: boolean;
  /** Called when the reader wants it closed: by Esc, or by a click beside it while nothing is typed. */
  readonly onClose: () => void;
}

// React 18 complains about layout effects on a server, where neither of the two runs.
const useClientLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * The browser's own dialog in front of the page: it keeps the focus inside and gives it back to what had it. Its
 * children are there only while it is open.
 */
export const Dialog = slot<DialogProps, HTMLDialogElement>(
  "Dialog",
  function Dialog({ open, onClose, className, children, ...native }, ref) {
    const partProps = usePartProps();
    const dialog = useRef<HTMLDialogElement | null>(null);
    const hasTyped = useRef(false);
    const pressedBeside = useRef(false);
    const [modal] = useState(createModal);
    const isOpen = useSyncExternalStore(modal.subscribe, modal.isOpen, () => false);

    useClientLayoutEffect(() => {
      hasTyped.current = false;
      return open && dialog.current ? modal.show(dialog.current) : undefined;
    }, [open, modal]);

    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Esc is the keyboard's way, and the browser's.
      <dialog
        {...native}
        {...partProps("dialog", className)}
        ref={mergeRefs(dialog, ref)}
        onCancel={(event) => {
          if (event.target !== event.currentTarget) return;
          // Whether it closes is for the app to say.
          event.preventDefault();
          onClose();
        }}
        onClose={({ target, currentTarget }) => {
          // A browser that is asked twice closes it in any case.
          if (target !== currentTarget || currentTarget.open || !open) return;
          modal.closed();
          onClose();
        }}
        onInput={(event) => {
          native.onInput?.(event);
          hasTyped.current = true;
        }}
        onPointerDown={(event) => {
          native.onPointerDown?.(event);
          // A selection of text that ends beside the dialog began inside it.
          pressedBeside.current = event.target === event.currentTarget;
        }}
        onClick={(event) => {
          native.onClick?.(event);
          const isBeside = event.target === event.currentTarget && pressedBeside.current;
          if (isBeside && !(hasTyped.current && holdsText(event.currentTarget))) onClose();
        }}
      >
        {open && isOpen && children}
      </dialog>
    );
  },
);

function holdsText(dialog: HTMLDialogElement): boolean {
  const inputs = dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  return Array.from(inputs).some(({ type, value }) => type !== "hidden" && value !== "");
}
