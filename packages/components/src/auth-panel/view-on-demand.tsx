"use client";

import type { ComponentType, ReactNode } from "react";
import type { AuthCardProps } from "../parts/auth-card.js";
import { useOnDemand, type OnDemand } from "../parts/on-demand.js";
import { ViewRoom } from "./view-room.js";

/** What `ViewOnDemand` takes. */
export interface ViewOnDemandProps<Props> {
  readonly code: OnDemand<ComponentType<Props>>;
  /** For the view, when it is there. */
  readonly given: Props & Pick<AuthCardProps, "message" | "onBack">;
}

/** A view, or the room for it while its code is on its way. */
export function ViewOnDemand<Props extends object>(props: ViewOnDemandProps<Props>): ReactNode {
  const { code, given } = props;
  const View = useOnDemand(code);
  if (View) return <View {...given} />;
  return <ViewRoom message={given.message} onBack={given.onBack} />;
}
