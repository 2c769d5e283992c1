"use client";

import type { ReactNode } from "react";
import { linkAccountsWords } from "../i18n/en/link-accounts.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AccountRow, nameOf, rowOf } from "../parts/account-row.js";
import { MailIcon, PhoneIcon } from "../parts/icons.js";
import { usePartProps } from "../parts/part-props.js";
import { SocialButton } from "../parts/social-button.js";
import { TextButton } from "../parts/text-button.js";
import type { ListStep } from "./link-accounts-step.js";

/** The accounts that lead to a user, and what can be linked. */
export function AccountListView({ list }: { readonly list: ListStep }): ReactNode {
  const partProps = usePartProps();
  const { linkAccounts: words } = useMessages(linkAccountsWords);
  const { reading, accounts, offers, byCode, cameFrom, isBusy } = list;
  if (reading === "failed") return null;
  return (
    <>
      <ul {...partProps("accounts")} aria-label={words.list} aria-busy={reading === "pending"}>
        {reading === "pending" ? (
          <Skeleton />
        ) : (
          accounts.map((account, index) => (
            <li key={account.id}>
              <AccountRow
                {...rowOf(account, words)}
                badge={index === 0 && words.primary}
                data-state={index === 0 ? "primary" : "linked"}
              >
                {index > 0 && (
                  <TextButton
                    aria-label={words.unlink(nameOf(account, words))}
                    aria-disabled={isBusy || undefined}
                    autoFocus={cameFrom === account.id}
                    onClick={() => list.unlink(account)}
                  >
                    {words.unlinkShort}
                  </TextButton>
                )}
              </AccountRow>
            </li>
          ))
        )}
      </ul>
      {(offers.length > 0 || byCode) && (
        <div {...partProps("offers")}>
          {offers.map(({ connection, name, icon, background, color, state }) => (
            <SocialButton
              key={connection}
              icon={icon}
              background={background}
              color={color}
              state={state}
              autoFocus={cameFrom === connection}
              onClick={() => list.link(connection)}
            >
              {words.linkWith(name)}
            </SocialButton>
          ))}
          {byCode && (
            <SocialButton
              icon={byCode === "email" ? <MailIcon /> : <PhoneIcon />}
              state={isBusy ? "held" : "ready"}
              autoFocus={cameFrom === "code"}
              onClick={list.linkByCode}
            >
              {byCode === "email" ? words.linkEmail : words.linkPhone}
            </SocialButton>
          )}
        </div>
      )}
    </>
  );
}

/** Stands where the accounts will be, so that nothing moves when they come. */
function Skeleton(): ReactNode {
  const partProps = usePartProps();
  const bar = <span {...partProps("skeleton")} />;
  return (
    <li aria-hidden="true">
      <AccountRow icon={bar} name={bar} detail={bar} data-state="loading" />
    </li>
  );
}
