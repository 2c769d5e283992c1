"use client";

import type { ReactNode } from "react";
import { linkAccountsWords } from "../i18n/en/link-accounts.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AccountRow, nameOf, rowOf } from "../parts/account-row.js";
import { Button } from "../parts/button.js";
import { FormActions } from "../parts/form-actions.js";
import { usePartProps } from "../parts/part-props.js";
import { SlowNotice } from "../parts/slow-notice.js";
import type { ConfirmStep, UnlinkStep } from "./link-accounts-step.js";

/** Asks before two accounts become one, or one becomes two. */
export function ConfirmView({ step }: { readonly step: ConfirmStep | UnlinkStep }): ReactNode {
  const partProps = usePartProps();
  const messages = useMessages(linkAccountsWords);
  const words = messages.linkAccounts;
  const submit = step.isPending ? "pending" : "ready";
  return (
    <>
      <form
        {...partProps("form")}
        method="post"
        noValidate
        data-state={submit}
        onSubmit={(event) => {
          event.preventDefault();
          if (!step.isPending) step.confirm();
        }}
      >
        {step.step === "confirm" ? <Both step={step} /> : <One step={step} />}
        <FormActions
          words={step.step === "confirm" ? words.confirm : words.unlinkConfirm}
          progress={{
            submit,
            isHydrated: true,
            failure: undefined,
            coolDown: undefined,
            hosted: undefined,
          }}
        />
        <Button onClick={step.cancel}>{words.cancel}</Button>
      </form>
      <SlowNotice isPending={step.isPending}>{messages.progress.slow}</SlowNotice>
    </>
  );
}

function Both({ step }: { readonly step: ConfirmStep }): ReactNode {
  const partProps = usePartProps();
  const { linkAccounts: words } = useMessages(linkAccountsWords);
  const { primary, other } = step;
  return (
    <>
      <div {...partProps("accounts")}>
        <AccountRow {...rowOf(primary, words)} badge={words.primary} data-state="primary" />
        <AccountRow {...rowOf(other, words)} data-state="other" />
      </div>
      <ul {...partProps("facts")}>
        <li>{words.confirm.kept(nameOf(primary, words))}</li>
        <li>{words.confirm.lost(nameOf(other, words))}</li>
      </ul>
    </>
  );
}

function One({ step }: { readonly step: UnlinkStep }): ReactNode {
  const partProps = usePartProps();
  const { linkAccounts: words } = useMessages(linkAccountsWords);
  return (
    <div {...partProps("accounts")}>
      <AccountRow {...rowOf(step.account, words)} data-state="linked" />
    </div>
  );
}
