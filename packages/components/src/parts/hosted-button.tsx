"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { Button } from "./button.js";
import type { HostedWay } from "./form-progress.js";

/** What `HostedButton` takes. */
export interface HostedButtonProps {
  readonly way: HostedWay;
  readonly autoFocus?: boolean | undefined;
  readonly isStale?: boolean | undefined;
}

/** The button that leaves for the tenant's own page. */
export function HostedButton({ way, autoFocus, isStale }: HostedButtonProps): ReactNode {
  const { progress } = useMessages();
  return (
    <Button
      variant="primary"
      autoFocus={autoFocus}
      onClick={way.leave}
      aria-disabled={way.isPending || undefined}
      data-state={isStale ? "stale" : way.isPending ? "pending" : "ready"}
    >
      {progress.hosted}
    </Button>
  );
}
