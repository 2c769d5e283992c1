"use client";

import { useId, type ComponentPropsWithoutRef, type MouseEvent, type ReactNode } from "react";
import { userMenuWords } from "../i18n/en/user-menu.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { Avatar } from "../parts/avatar.js";
import { FormAlert } from "../parts/form-alert.js";
import { PersonIcon } from "../parts/icons.js";
import { usePartProps } from "../parts/part-props.js";
import { initialsOf } from "./initials-of.js";
import { useDisclosure } from "./use-disclosure.js";
import type { UserMenuState } from "./use-user-menu.js";

/** A line of the menu: a link if it has an address. */
export interface UserMenuItem {
  readonly label: ReactNode;
  /** Stands before the label, 20 px square; it names nothing. */
  readonly icon?: ReactNode;
  readonly href?: string | undefined;
  /** Called with the click; prevent its default where the app follows its links itself. */
  readonly onSelect?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
}

/** What `UserMenuView` takes besides the attributes of a div. */
export interface UserMenuViewProps extends ComponentPropsWithoutRef<"div"> {
  readonly menu: Extract<UserMenuState, { readonly status: "signed_in" }>;
  /** What the app has to say to whoever is signed in, above the sign-out. */
  readonly items: readonly UserMenuItem[];
  /** Which edges of button and menu meet. */
  readonly align: "start" | "end";
  readonly hasPicture: boolean;
}

/** How a user menu looks. */
export function UserMenuView(props: UserMenuViewProps): ReactNode {
  const { menu, items, align, hasPicture, className, ...native } = props;
  const partProps = usePartProps();
  const messages = useMessages(userMenuWords);
  const { locale, direction, userMenu: words } = messages;
  const { isOpen, toggle, close, root, button } = useDisclosure('[data-part="menu-item"]');
  const id = useId();
  const { user, name, detail, isSigningOut, error, signOut } = menu;
  const item = partProps("menu-item");
  return (
    <div
      lang={locale}
      {...native}
      {...partProps("user", className)}
      ref={root}
      data-state={isOpen ? "open" : "closed"}
    >
      <button
        {...partProps("user-button")}
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={toggle}
      >
        <Avatar
          picture={hasPicture ? user.picture : undefined}
          initials={initialsOf(name ?? "", locale) || <PersonIcon />}
        />
        <span {...partProps("unseen")}>{words.open(name)}</span>
      </button>
      {isOpen && (
        // Where it unfolds to is for the page's direction to say, what it says for its language's.
        <div {...partProps("menu")} id={id} data-align={align}>
          <div dir={direction}>
            {name && (
              <p {...partProps("menu-head")}>
                <span {...partProps("account-name")}>{name}</span>
                {detail && <span {...partProps("account-detail")}>{detail}</span>}
              </p>
            )}
            <ul {...partProps("menu-list")}>
              {items.map((entry, index) => (
                <li key={index}>
                  <Entry item={entry} onDone={close} />
                </li>
              ))}
              <li>
                <button
                  {...item}
                  type="button"
                  data-state={isSigningOut ? "pending" : "ready"}
                  aria-disabled={isSigningOut || undefined}
                  onClick={signOut}
                >
                  {isSigningOut ? words.signingOut : words.signOut}
                </button>
              </li>
            </ul>
            <FormAlert>{error && translate(messages, error)}</FormAlert>
          </div>
        </div>
      )}
    </div>
  );
}

function Entry(props: { readonly item: UserMenuItem; readonly onDone: () => void }): ReactNode {
  const { label, icon, href, onSelect } = props.item;
  const partProps = usePartProps();
  const native = {
    ...partProps("menu-item"),
    onClick: (event: MouseEvent<HTMLElement>) => {
      props.onDone();
      onSelect?.(event);
    },
  };
  return href === undefined ? (
    <button {...native} type="button">
      {icon}
      {label}
    </button>
  ) : (
    <a {...native} href={href}>
      {icon}
      {label}
    </a>
  );
}
