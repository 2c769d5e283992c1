"use client";

import type { CSSProperties, ReactNode } from "react";
import { useReady } from "../form/use-ready.js";
import { MessagesProvider } from "../i18n/messages-provider.js";
import type { PartialMessages } from "../i18n/messages.js";
import { AppearanceProvider, type Appearance } from "../parts/appearance-provider.js";
import { UserMenuPlaceholderView } from "./user-menu-placeholder-view.js";
import { UserMenuView, type UserMenuItem } from "./user-menu-view.js";
import { useUserMenu, type UserMenuOptions } from "./use-user-menu.js";

/** What `UserMenu` takes; all of it optional. */
export interface UserMenuProps extends UserMenuOptions, Appearance {
  /** The app's own lines, above the sign-out. */
  readonly items?: readonly UserMenuItem[] | undefined;
  /** Which edges of button and menu meet; `end` if not given. */
  readonly align?: "start" | "end" | undefined;
  /**
   * Whether to show the picture that the identity provider names; true if not given. It comes from that provider's
   * server, which a Content-Security-Policy has to allow as `img-src`.
   */
  readonly picture?: boolean | undefined;
  /** Replaces words for this component alone. */
  readonly messages?: PartialMessages | undefined;
  /** Called once, when somebody is signed in, and the menu is on the screen and can be used. */
  readonly onReady?: (() => void) | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
}

const none: readonly UserMenuItem[] = [];

/** Who is signed in, with a menu to sign out. Nothing where nobody is. */
export function UserMenu(props: UserMenuProps): ReactNode {
  const { items = none, align = "end", picture = true, messages, className, style } = props;
  const { slots, unstyled, onReady, ...options } = props;
  const menu = useUserMenu(options);
  useReady(onReady, menu.status === "signed_in");
  if (menu.status === "nobody") return null;
  const native = { className, style };
  return (
    <AppearanceProvider slots={slots} unstyled={unstyled}>
      <MessagesProvider messages={messages}>
        {menu.status === "signed_in" ? (
          <UserMenuView {...native} menu={menu} items={items} align={align} hasPicture={picture} />
        ) : (
          <UserMenuPlaceholderView {...native} status={menu.status} />
        )}
      </MessagesProvider>
    </AppearanceProvider>
  );
}
