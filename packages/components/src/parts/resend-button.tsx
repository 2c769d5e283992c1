"use client";

import { useCountdown } from "@portico/react";
import type { ComponentPropsWithoutRef } from "react";
import { passwordlessWords } from "../i18n/en/passwordless.js";
import { useMessages } from "../i18n/messages-provider.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";
import { TextButton } from "./text-button.js";

/** What `ResendButton` takes besides the attributes of a button. */
export interface ResendButtonProps extends Omit<
  ComponentPropsWithoutRef<"button">,
  "children" | "onClick"
> {
  /** From when on a message may be sent again, in milliseconds since 1970; at once if not given. */
  readonly resendAt?: number | undefined;
  /** What became of the last one that was asked for. */
  readonly status: "idle" | "pending" | "failed" | "succeeded";
  readonly onResend: () => void;
}

/** Sends a message again, not before its time. The seconds until then are shown and not read out. */
export const ResendButton = slot<ResendButtonProps, HTMLButtonElement>(
  "ResendButton",
  function ResendButton({ resendAt, status, onResend, ...native }, ref) {
    const partProps = usePartProps();
    const { passwordless: words } = useMessages(passwordlessWords);
    const left = useCountdown(resendAt);
    const state = status === "pending" ? "pending" : left > 0 ? "waiting" : "ready";
    return (
      <span {...partProps("resend")} data-state={state}>
        <TextButton
          {...native}
          ref={ref}
          data-state={state}
          aria-disabled={state === "ready" ? undefined : true}
          onClick={() => {
            if (state === "ready") onResend();
          }}
        >
          {state === "waiting" && (
            <>
              <span {...partProps("unseen")}>{words.resend}</span>
              <span aria-hidden="true">{words.resendIn(left)}</span>
            </>
          )}
          {state === "pending" && words.resending}
          {state === "ready" && words.resend}
        </TextButton>
        <span {...partProps("resend-notice")} role="status">
          {status === "succeeded" && words.resent}
        </span>
      </span>
    );
  },
);
