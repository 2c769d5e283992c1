"use client";

import type { ReactNode } from "react";
import { Block, blockProps, type BlockProps } from "../form/block.js";
import { AccountListView } from "./account-list-view.js";
import { AddressForm } from "./address-form.js";
import { CodeForm } from "./code-form.js";
import { ConfirmView } from "./confirm-view.js";
import type { LinkAccountsOptions } from "./link-accounts-options.js";
import type { LinkAccountsStep } from "./link-accounts-step.js";
import { LinkAccountsView } from "./link-accounts-view.js";
import { useLinkAccounts } from "./use-link-accounts.js";

/** What `LinkAccounts` takes; all of it optional. */
export interface LinkAccountsProps extends LinkAccountsOptions, Omit<BlockProps, "autoFocus"> {}

/**
 * The accounts that lead to the signed-in user: lists them, links others and unlinks them. Nothing where nobody is
 * signed in.
 */
export function LinkAccounts(props: LinkAccountsProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const step = useLinkAccounts(options);
  if (step.step === "nobody") return null;
  return (
    <Block {...surroundings}>
      <LinkAccountsView {...looks} step={step}>
        <Step key={step.step} step={step} />
      </LinkAccountsView>
    </Block>
  );
}

function Step({ step }: { readonly step: Exclude<LinkAccountsStep, { step: "nobody" }> }) {
  switch (step.step) {
    case "list":
      return <AccountListView list={step} />;
    case "address":
      return <AddressForm step={step} />;
    case "code":
      return <CodeForm step={step} />;
    case "confirm":
    case "unlink":
      return <ConfirmView step={step} />;
    default:
      return step satisfies never;
  }
}
