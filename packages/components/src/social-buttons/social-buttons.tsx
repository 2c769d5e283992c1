"use client";

import type { ReactNode } from "react";
import { Block, blockProps, type BlockProps } from "../form/block.js";
import { SocialButtonsView } from "./social-buttons-view.js";
import { useSocialButtons, type SocialButtonsOptions } from "./use-social-buttons.js";

/** What `SocialButtons` takes; all of it optional but the connections. */
export interface SocialButtonsProps extends SocialButtonsOptions, Omit<BlockProps, "autoFocus"> {}

/** Sign-in by providers alone, without a form. */
export function SocialButtons(props: SocialButtonsProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const social = useSocialButtons(options);
  return (
    <Block {...surroundings}>
      <SocialButtonsView {...looks} social={social} />
    </Block>
  );
}
