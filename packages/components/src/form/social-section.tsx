"use client";

import { useImperativeHandle, type ReactNode, type Ref } from "react";
import { SocialWays } from "../parts/social-ways.js";
import { useSocialLogin, type SocialLoginOptions } from "./use-social-login.js";

/** What a form can have of the ways beside it. */
export interface SocialSectionHandle {
  /** Gives up what is under way, unless the page is being left. */
  readonly giveUp: () => void;
}

/** What `SocialSection` takes. */
export interface SocialSectionProps {
  readonly options: SocialLoginOptions;
  /** Whether the form is being sent, so that nothing happens for a press. */
  readonly isHeld: boolean;
  readonly handle?: Ref<SocialSectionHandle> | undefined;
}

/** The other ways in above a form, with all that they do. */
export function SocialSection({ options, isHeld, handle }: SocialSectionProps): ReactNode {
  const social = useSocialLogin(options);
  const { giveUp } = social;
  useImperativeHandle(handle, () => ({ giveUp }));
  return <SocialWays social={social} isHeld={isHeld} divider />;
}
