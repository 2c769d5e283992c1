"use client";

import { useEffect, useState, type ComponentPropsWithoutRef } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { CopyIcon, TickIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";
import { TextButton } from "./text-button.js";

/** What `CopyButton` takes besides the attributes of a button. */
export interface CopyButtonProps extends Omit<
  ComponentPropsWithoutRef<"button">,
  "children" | "onClick" | "onCopy"
> {
  readonly text: string;
  /** Called where the browser lets nothing be copied, to help the reader do it by hand. */
  readonly onRefused?: (() => void) | undefined;
}

const shownFor = 3000;

/** Copies a text, and says that it has. */
export const CopyButton = slot<CopyButtonProps, HTMLButtonElement>(
  "CopyButton",
  function CopyButton({ text, onRefused, ...native }, ref) {
    const partProps = usePartProps();
    const { copy, copied } = useMessages(mfaWords).mfa.enroll;
    const [isCopied, setCopied] = useState(false);

    useEffect(() => {
      if (!isCopied) return undefined;
      // A second copy is announced like the first.
      const timer = setTimeout(() => setCopied(false), shownFor);
      return () => clearTimeout(timer);
    }, [isCopied]);

    return (
      <span {...partProps("copy")} data-state={isCopied ? "copied" : "ready"}>
        <TextButton {...native} ref={ref} onClick={() => void copyText()}>
          {isCopied ? <TickIcon /> : <CopyIcon />}
          <span>{copy}</span>
        </TextButton>
        <span {...partProps("unseen")} role="status">
          {isCopied && copied}
        </span>
      </span>
    );

    async function copyText(): Promise<void> {
      try {
        await navigator.clipboard.writeText(text);
        setCopied(true);
      } catch {
        // Without https, or where the reader or a policy forbids it.
        onRefused?.();
      }
    }
  },
);
