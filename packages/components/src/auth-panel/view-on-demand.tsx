"use client";

import type { ComponentType, ReactNode } from "react";
import type { AuthCardProps } from "../parts/auth-card.js";
import { useOnDemand, type OnDemand } from "../parts/on-demand.js";
import { ViewRoom } from "./view-room.js";

/** What `ViewOnDemand` takes. */
export interface ViewOnDemandProps<Props> {
  readonly code: OnDemand<{ readonly View: ComponentType<Props> }>;
  /** For the view, when it is there. */
  readonly given: Props & Pick<AuthCardProps, "message" | "onBack">;
}

/** A view, or the room for it while its code is on its way. */
export function ViewOnDemand<Props extends object>(props: ViewOnDemandProps<Props>): ReactNode {
  const { given } = props;
  const code = useOnDemand(props.code);
  if (code) return <code.View {...given} />;
  return <ViewRoom message={given.message} onBack={given.onBack} />;
}
