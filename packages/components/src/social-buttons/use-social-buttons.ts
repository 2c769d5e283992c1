"use client";

import type { ConnectionItem } from "../connections/connection-item.js";
import {
  useSocialLogin,
  type SocialLogin,
  type SocialLoginOptions,
} from "../form/use-social-login.js";

/** What `useSocialButtons` takes. */
export interface SocialButtonsOptions extends Omit<
  SocialLoginOptions,
  "connections" | "socialMode" | "mayLeave"
> {
  /** The connections to offer, in their order. */
  readonly connections: readonly ConnectionItem[];
  /** Whether to leave the page or to open a window of its own; `redirect` if not given. */
  readonly mode?: SocialLoginOptions["socialMode"];
}

/** The buttons of providers without their looks: what to show for each, `choose`, and what became of it. */
export function useSocialButtons({ mode, ...options }: SocialButtonsOptions): SocialLogin {
  return useSocialLogin({ ...options, socialMode: mode });
}
