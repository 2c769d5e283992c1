"use client";

import type { ReactNode } from "react";
import { usePartProps } from "./part-props.js";
import { TextButton } from "./text-button.js";

/** What `Footer` takes. */
export interface FooterProps {
  readonly question?: string | undefined;
  readonly action: string;
  readonly onAction: () => void;
}

/** A question with its way on, below a form: "New here? Create an account". */
export function Footer({ question, action, onAction }: FooterProps): ReactNode {
  const partProps = usePartProps();
  return (
    <p {...partProps("footer")}>
      {question} <TextButton onClick={onAction}>{action}</TextButton>
    </p>
  );
}
