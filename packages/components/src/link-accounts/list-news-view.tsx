"use client";

import type { ReactNode } from "react";
import { linkAccountsWords } from "../i18n/en/link-accounts.js";
import { socialWords } from "../i18n/en/social.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { nameOf } from "../parts/account-row.js";
import { Button } from "../parts/button.js";
import { FormAlert } from "../parts/form-alert.js";
import { TickIcon } from "../parts/icons.js";
import { usePartProps } from "../parts/part-props.js";
import { TextButton } from "../parts/text-button.js";
import type { LinkAccountsStep, ListStep } from "./link-accounts-step.js";

const ownWords = { ...linkAccountsWords, ...socialWords };

/** What `ListNewsView` takes. */
export interface ListNewsViewProps {
  /** Only the list has news; the regions that tell them stand in the page at every step. */
  readonly step: LinkAccountsStep;
}

/** What has happened to the accounts, and the way on. */
export function ListNewsView({ step }: ListNewsViewProps): ReactNode {
  const partProps = usePartProps();
  const messages = useMessages(ownWords);
  const words = messages.linkAccounts;
  const list = step.step === "list" ? step : undefined;
  const failure = list?.news?.kind === "failed" ? list.news : undefined;
  const { reason } = failure ?? {};
  const isCalm = reason === "proveAgain" || failure?.error.code === "popup_closed";
  return (
    <div {...partProps("outcome")}>
      <FormAlert
        attempt={failure?.attempt}
        isStale={list?.isBusy && reason !== "proveAgain"}
        tone={isCalm ? "notice" : "danger"}
      >
        {failure && (reason ? words[reason] : translate(messages, failure.error))}
      </FormAlert>
      {list && failure && <WayOn list={list} isProof={reason === "proveAgain"} />}
      <div {...partProps("news")} role="status">
        {list && <Told list={list} />}
      </div>
    </div>
  );
}

function WayOn(props: { readonly list: ListStep; readonly isProof: boolean }): ReactNode {
  const { linkAccounts: words } = useMessages(ownWords);
  const { list, isProof } = props;
  const state = list.isBusy ? "pending" : "ready";
  if (isProof) {
    return (
      <Button
        variant="primary"
        data-state={state}
        aria-disabled={list.isBusy || undefined}
        onClick={list.proveAgain}
      >
        {words.proveAgainSubmit}
      </Button>
    );
  }
  return list.reading === "failed" && <Button onClick={list.retry}>{words.retry}</Button>;
}

function Told({ list }: { readonly list: ListStep }): ReactNode {
  const partProps = usePartProps();
  const { linkAccounts: words, social } = useMessages(ownWords);
  const { reading, news, window, cancel, undo, isBusy } = list;
  if (window) {
    return (
      <p>
        <span>
          {window === "proof" ? words.proving : social.elsewhere}{" "}
          <TextButton onClick={cancel}>{words.cancel}</TextButton>
        </span>
      </p>
    );
  }
  if (reading === "pending") return <p {...partProps("unseen")}>{words.loading}</p>;
  switch (news?.kind) {
    case "linked":
    case "unlinked":
      return (
        <p data-state={news.kind}>
          <TickIcon />
          <span>
            {words[news.kind](nameOf(news.account, words))}{" "}
            {undo && (
              <TextButton aria-disabled={isBusy || undefined} onClick={undo}>
                {isBusy ? words.undoing : words.undo}
              </TextButton>
            )}
          </span>
        </p>
      );
    case "already":
      return <p>{words.already}</p>;
    default:
      return null;
  }
}
