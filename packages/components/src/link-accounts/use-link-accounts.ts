"use client";

import {
  useAuthClient,
  useIdentities,
  useLinkIdentity,
  useProfile,
  useReauthenticate,
  useUnlinkIdentity,
  useUser,
  type AuthError,
  type FlowResult,
  type LinkIdentityCodeStep,
  type LinkIdentityConfirmStep,
  type ProvenIdentity,
} from "@portico/react";
import type { ConnectionItem, DescribedConnection } from "../connections/connection-item.js";
import type { ShownAccount } from "../parts/account-row.js";
import type { ShownValues } from "../form/sign-in-events.js";
import { tell, tellFailure } from "../form/tell.js";
import { useOnce } from "../form/use-once.js";
import { useViewChange } from "../form/use-view-change.js";
import { accessToAccounts } from "./access-to-accounts.js";
import { unlinkedConnections } from "./account-offers.js";
import { accountsOf, idOf, provenAccountOf } from "./account-of.js";
import { asksForMore, failed, type Attempt } from "./failed-news.js";
import type { LinkAccountsOptions } from "./link-accounts-options.js";
import type {
  AccountOffer,
  CodeAddress,
  CodeStep,
  ConfirmStep,
  LinkAccountsStep,
  ListStep,
} from "./link-accounts-step.js";
import { usePlace } from "./use-place.js";

const none: readonly ConnectionItem[] = [];

/** Everything that linked accounts show and do, for a view of your own, step by step. */
export function useLinkAccounts(options: LinkAccountsOptions = {}): LinkAccountsStep {
  const step = useSteps(options);
  useViewChange(step.step, options.onViewChange);
  return step;
}

function useSteps(options: LinkAccountsOptions): LinkAccountsStep {
  const { connections = none, passwordless = false, popup } = options;
  const { onConnectionClick, onSubmit, onLinked, onUnlinked, onSuccess, onError } = options;
  const client = useAuthClient();
  const sub = useUser()?.sub;
  const { profile } = useProfile();
  const reading = useIdentities();
  const linking = useLinkIdentity();
  const unlinking = useUnlinkIdentity();
  const again = useReauthenticate();
  const { place, goTo, goBackWith } = usePlace(sub);
  const once = useOnce();

  const { identities = [] } = reading;
  const accounts = accountsOf(identities, profile, connections);
  const [primary] = accounts;
  const isUnlinking = unlinking.state.status === "pending";
  const isProvingAgain = again.state.status === "pending";
  const isProving = linking.step === "prove" && linking.state.status === "pending";
  const isBusy = isUnlinking || isProvingAgain || isProving;
  const asked = typeof place.at === "object" ? place.at.unlink : undefined;
  const unlinked = accounts.find(({ id }, index) => index > 0 && id === asked);

  if (sub === undefined) return { step: "nobody" };
  if (linking.step === "code") return codeStep(linking);
  if (linking.step === "confirm" && linking.proven.user.sub !== sub && primary) {
    return confirmStep(linking, primary);
  }
  if (unlinked) {
    return {
      step: "unlink",
      account: unlinked,
      isPending: isUnlinking,
      confirm: () => once.run(() => unlink(unlinked)),
      cancel: leave(unlinking.reset),
    };
  }
  if (place.at === "address" && passwordless && linking.step === "prove") {
    const { sending, sendCode, cancel } = linking;
    return {
      step: "address",
      channel: passwordless,
      address: place.address,
      state: sending,
      send: async (to, language) => {
        goTo("address", { address: to.email ?? to.phoneNumber });
        tell(onSubmit, shownOf(to));
        return refusalOf(await sendCode({ ...to, language }));
      },
      cancel: leave(cancel),
    };
  }
  return listStep();

  function listStep(): ListStep {
    const isRead = reading.status === "succeeded";
    return {
      step: "list",
      reading: reading.status === "idle" ? "pending" : reading.status,
      accounts,
      offers: isRead ? unlinkedConnections(connections, identities).map(withState) : [],
      byCode: (isRead && passwordless) || undefined,
      link,
      linkByCode: () => !isBusy && goTo("address", { pressed: "code", address: undefined }),
      unlink: ({ id }) => !isBusy && goTo({ unlink: id }, { pressed: id }),
      news:
        place.news ?? (reading.status === "failed" ? failed(reading.error, "read", 0) : undefined),
      cameFrom: place.pressed,
      isBusy,
      window: isProving ? "proof" : isProvingAgain ? "fresh_proof" : undefined,
      cancel: () => {
        once.release();
        again.reset();
        if (linking.step === "prove") linking.cancel();
      },
      undo: undo(),
      retry: () => void reading.refetch(),
      proveAgain: () => once.run(proveAgain),
    };
  }

  function codeStep(flow: LinkIdentityCodeStep): CodeStep {
    const { challenge, state, sending, cancel } = flow;
    const { connection, destination: loginHint } = challenge;
    const isTooLittle = state.status === "failed" && asksForMore(state.error);
    return {
      step: "code",
      challenge,
      state,
      sending,
      verify: async (otp) => {
        tell(onSubmit, {});
        const result = await flow.verify({ otp });
        dropIfKnown(result, cancel);
        return refusalOf(result);
      },
      resend: () => void flow.resend().then(refusalOf),
      inWindow: isTooLittle
        ? () => {
            once.run(() => settle(flow.prove({ connection, loginHint, popup }), cancel));
            goTo("list");
          }
        : undefined,
      cancel: () => {
        cancel();
        goTo("address");
      },
    };
  }

  function confirmStep(flow: LinkIdentityConfirmStep, main: ShownAccount): ConfirmStep {
    const { proven, state, link: send, cancel } = flow;
    const other = provenAccountOf(proven.user, place.pressed, connections);
    return {
      step: "confirm",
      primary: main,
      other,
      isPending: state.status === "pending",
      confirm: () => once.run(confirm),
      cancel: leave(cancel),
    };

    async function confirm(): Promise<void> {
      const result = await send();
      if (result.status === "failed") return fail(result.error, "link");
      cancel();
      goTo("list", { pressed: undefined, news: { kind: "linked", account: other } });
      const linked = result.outcome.find((identity) => idOf(identity) === proven.user.sub);
      if (!linked) return;
      tell(onLinked, linked);
      tell(onSuccess, { kind: "linked", identity: linked });
    }
  }

  function withState(offer: DescribedConnection): AccountOffer {
    const isPressed = isProving && place.pressed === offer.connection;
    return { ...offer, state: isPressed ? "pending" : isBusy ? "held" : "ready" };
  }

  function link(connection: string): void {
    if (isBusy || linking.step !== "prove") return;
    const offers = unlinkedConnections(connections, identities);
    const offer = offers.find((one) => one.connection === connection);
    if (!offer) return;
    const { prove, cancel } = linking;
    tell(onConnectionClick, connection);
    // Before anything else: browsers open windows in the click alone.
    once.run(() => settle(prove({ connection, connectionScope: offer.scope, popup }), cancel));
    goTo("list", { pressed: connection });
  }

  async function settle(
    proving: Promise<FlowResult<ProvenIdentity>>,
    cancel: () => void,
  ): Promise<void> {
    const result = await proving;
    if (result.status === "failed") fail(result.error, "prove");
    else dropIfKnown(result, cancel);
  }

  /** An account that leads here already cannot be linked. */
  function dropIfKnown(result: FlowResult<ProvenIdentity>, cancel: () => void): void {
    if (result.status === "failed" || result.outcome.user.sub !== sub) return;
    cancel();
    goTo("list", { news: { kind: "already" } });
  }

  async function unlink(account: ShownAccount): Promise<void> {
    const identity = identities.find((one) => idOf(one) === account.id);
    if (!identity) return;
    const result = await unlinking.unlinkIdentity(identity);
    if (result.status === "failed") return fail(result.error, "unlink");
    goTo("list", { pressed: undefined, news: { kind: "unlinked", account } });
    tell(onUnlinked, identity);
    tell(onSuccess, { kind: "unlinked", identity });
  }

  function undo(): (() => void) | undefined {
    const { news } = place;
    const isThere = news?.kind === "linked" && accounts.some(({ id }) => id === news.account.id);
    return isThere ? () => once.run(() => unlink(news.account)) : undefined;
  }

  async function proveAgain(): Promise<void> {
    // A window is a page of the tenant's own, so that this is also the way where its cookies are blocked in frames.
    const params = { via: "popup", popup, ...accessToAccounts(client) } as const;
    const result = await again.reauthenticate(params);
    if (result.status === "failed") return fail(result.error, "prove");
    goTo("list");
    await reading.refetch();
  }

  function leave(giveUp: () => void): () => void {
    return () => {
      once.release();
      giveUp();
      goTo("list");
    };
  }

  function fail(error: AuthError, attempt: Attempt): void {
    goBackWith(error, attempt);
    tellFailure(onError, error);
  }

  function refusalOf<Outcome>(result: FlowResult<Outcome>): AuthError | undefined {
    if (result.status !== "failed") return undefined;
    tellFailure(onError, result.error);
    return result.error;
  }
}

function shownOf({ email, phoneNumber }: CodeAddress): ShownValues {
  return email === undefined ? { phone: phoneNumber } : { email };
}
