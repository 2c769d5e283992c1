"use client";

import { useContext, type ReactNode } from "react";
import { InnerCardContext } from "./inner-card.js";
import { usePartProps } from "./part-props.js";
import { TextButton } from "./text-button.js";

/** What `Footer` takes. */
export interface FooterProps {
  readonly question?: string | undefined;
  readonly action: string;
  readonly onAction: () => void;
}

/**
 * A question with its way on, such as "New here? Create an account": below a title or below a form. Tabs
 * above the card say the same, so it leaves that to them.
 */
export function Footer({ question, action, onAction }: FooterProps): ReactNode {
  const partProps = usePartProps();
  const surface = useContext(InnerCardContext);
  if (question && surface?.hasTabs) return null;
  return (
    <span {...partProps("footer")}>
      {question} <TextButton onClick={onAction}>{action}</TextButton>
    </span>
  );
}
