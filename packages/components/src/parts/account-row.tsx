"use client";

import type { ComponentPropsWithoutRef, ReactNode } from "react";
import type { Messages } from "../i18n/messages.js";
import { KeyIcon, MailIcon, PhoneIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** One of the accounts that lead to a user, as people know it. */
export interface ShownAccount {
  readonly id: string;
  /** Its address, its number or its owner's name, if one is known. */
  readonly name: string | undefined;
  /** How it signs in: by a provider, or in a way of the tenant's own. */
  readonly way:
    | { readonly kind: "password" | "email" | "phone" }
    | { readonly kind: "provider"; readonly name: string; readonly icon: ReactNode };
}

/** What `AccountRow` takes besides the attributes of a div. */
export interface AccountRowProps extends ComponentPropsWithoutRef<"div"> {
  /** The provider's mark; it names nothing. */
  readonly icon: ReactNode;
  readonly name: ReactNode;
  /** How it signs in; left out where that is its name. */
  readonly detail?: ReactNode;
  /** Stands behind that, such as that it is the main one. */
  readonly badge?: ReactNode;
  /** Stands at the line's end: what can be done with it. */
  readonly children?: ReactNode;
}

/** One account in a list. */
export const AccountRow = slot<AccountRowProps, HTMLDivElement>(
  "AccountRow",
  function AccountRow({ icon, name, detail, badge, className, children, ...native }, ref) {
    const partProps = usePartProps();
    return (
      <div {...native} {...partProps("account", className)} ref={ref}>
        <span {...partProps("account-mark")}>{icon}</span>
        <span {...partProps("account-words")}>
          <span {...partProps("account-name")}>{name}</span>{" "}
          <span {...partProps("account-detail")}>
            {detail}
            {detail && badge && " · "}
            {badge}
          </span>
        </span>
        {children}
      </div>
    );
  },
);

/** What a row shows of an account. */
export function rowOf(
  account: ShownAccount,
  words: Messages["linkAccounts"],
): Pick<AccountRowProps, "icon" | "name" | "detail"> {
  const way = wayOf(account, words);
  return {
    icon: iconOf(account),
    name: breakable(account.name ?? way),
    detail: account.name === undefined ? undefined : way,
  };
}

/** An address that is too long for its line is broken before the at sign. */
function breakable(name: string): ReactNode {
  const at = name.indexOf("@");
  if (at < 0) return name;
  return (
    <>
      {name.slice(0, at)}
      <wbr />
      {name.slice(at)}
    </>
  );
}

/** What a sentence calls an account. */
export function nameOf(account: ShownAccount, words: Messages["linkAccounts"]): string {
  return account.name ?? wayOf(account, words);
}

function wayOf({ way }: ShownAccount, words: Messages["linkAccounts"]): string {
  switch (way.kind) {
    case "provider":
      return way.name;
    case "password":
      return words.byPassword;
    case "email":
      return words.byEmail;
    case "phone":
      return words.byPhone;
    default:
      return way satisfies never;
  }
}

function iconOf({ way }: ShownAccount): ReactNode {
  switch (way.kind) {
    case "provider":
      return way.icon;
    case "password":
      return <KeyIcon />;
    case "email":
      return <MailIcon />;
    case "phone":
      return <PhoneIcon />;
    default:
      return way satisfies never;
  }
}
