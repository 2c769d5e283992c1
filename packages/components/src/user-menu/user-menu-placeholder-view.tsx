"use client";

import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { userMenuWords } from "../i18n/en/user-menu.js";
import { useMessages } from "../i18n/messages-provider.js";
import { Avatar } from "../parts/avatar.js";
import { usePartProps } from "../parts/part-props.js";

/** What `UserMenuPlaceholderView` takes besides the attributes of a div. */
export interface UserMenuPlaceholderViewProps extends ComponentPropsWithoutRef<"div"> {
  readonly status: "starting" | "leaving";
}

/** As big as the menu's button, so that nothing moves when it comes or goes. */
export function UserMenuPlaceholderView(props: UserMenuPlaceholderViewProps): ReactNode {
  const { status, className, ...native } = props;
  const partProps = usePartProps();
  const { locale, userMenu } = useMessages(userMenuWords);
  return (
    <div lang={locale} {...native} {...partProps("user", className)} data-state={status}>
      <span {...partProps("user-button")}>
        <Avatar />
      </span>
      <span {...partProps("unseen")} role="status">
        {status === "leaving" && userMenu.signingOut}
      </span>
    </div>
  );
}
