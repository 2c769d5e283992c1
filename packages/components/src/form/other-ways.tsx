"use client";

import type { ReactNode } from "react";
import { onDemand, useOnDemand } from "../parts/on-demand.js";
import { SocialRoom } from "../parts/social-room.js";
import type { SocialSectionProps } from "./social-section.js";

/** The buttons of providers, their marks and what they do: most forms have none. */
export const socialSection = onDemand(() => import("./social-section.js"));

/** The other ways in above a form; nothing where there are no connections. Until their code is there, the room for it. */
export function OtherWays(props: SocialSectionProps): ReactNode {
  const { connections = [] } = props.options;
  return connections.length > 0 && <LoadedWays {...props} />;
}

function LoadedWays(props: SocialSectionProps): ReactNode {
  const code = useOnDemand(socialSection);
  if (code) return <code.SocialSection {...props} />;
  return <SocialRoom count={props.options.connections?.length ?? 0} />;
}
