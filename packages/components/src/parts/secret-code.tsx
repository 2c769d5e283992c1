"use client";

import { useRef, type ReactNode } from "react";
import { CopyButton } from "./copy-button.js";
import { usePartProps } from "./part-props.js";

/** What `SecretCode` takes. */
export interface SecretCodeProps {
  /** What is copied. */
  readonly code: string;
  /** How it is shown, where that differs. */
  readonly children?: ReactNode;
}

/** Something secret that its reader has to take along: to be read, selected or copied. */
export function SecretCode({ code, children = code }: SecretCodeProps): ReactNode {
  const partProps = usePartProps();
  const shown = useRef<HTMLElement>(null);
  return (
    <div {...partProps("secret")}>
      <code {...partProps("secret-code")} dir="ltr" translate="no" ref={shown}>
        {children}
      </code>
      <CopyButton
        text={code}
        onRefused={() => {
          if (shown.current) getSelection()?.selectAllChildren(shown.current);
        }}
      />
    </div>
  );
}
