import { LinkAccounts, type LinkAccountsStep } from "../../../packages/components/src/index.js";
import { github, google, withAccounts } from "../../../packages/components/test/linked-accounts.js";
import { fakeUser, type FakeClientOptions } from "../../../packages/core/src/testing/index.js";
import { never, refuse } from "../fakes.js";
import type { CallScene, Exhibit, Reader } from "../scene.js";
import { signs } from "../signs.js";

type ListStep = Extract<LinkAccountsStep, { readonly step: "list" }>;

/** What the list of accounts can be. */
export type LinkAccountsState =
  | LinkAccountsStep["step"]
  | `reading_${ListStep["reading"]}`
  | `news_${NonNullable<ListStep["news"]>["kind"]}`
  | `window_${NonNullable<ListStep["window"]>}`
  | "alone"
  | "address_phone"
  | "code_too_little"
  | "linking";

const accounts = <LinkAccounts connections={["google-oauth2", "github"]} passwordless="email" />;
const link = { show: accounts, tenant: alone(), act: confirmed } satisfies CallScene;
const unlink = { show: accounts, tenant: both(), act: unlinked } satisfies CallScene;
const byCode = { show: accounts, tenant: alone(), act: sendCode } satisfies CallScene;
const prove = { show: accounts, tenant: alone(), act: pressGoogle } satisfies CallScene;
const again = {
  show: accounts,
  tenant: alone({ management: { getUser: refuse("insufficient_scope") } }),
  act: ({ press, words }: Reader) => press(words.linkAccounts.proveAgainSubmit),
} satisfies CallScene;
const list = "[data-part=account][data-state=primary]";

export const linkAccountsExhibit: Exhibit<LinkAccountsState> = {
  states: {
    nobody: { show: accounts, sign: "[data-stage]:empty" },
    list: { show: accounts, tenant: both(), sign: list },
    alone: { show: accounts, tenant: alone(), sign: list },
    reading_pending: {
      show: accounts,
      tenant: alone({ management: { getUser: never } }),
      sign: "[data-part=account][data-state=loading]",
    },
    reading_failed: {
      show: accounts,
      tenant: alone({ management: { getUser: refuse("access_denied") } }),
      sign: signs.alert,
    },
    reading_succeeded: { show: accounts, tenant: both(), sign: list },
    window_proof: {
      ...prove,
      tenant: alone({ proveIdentity: never }),
      sign: "[data-kind=link] [data-state=pending], [data-part=news] [data-part=text-button]",
    },
    window_fresh_proof: {
      ...again,
      tenant: alone({
        management: { getUser: refuse("insufficient_scope") },
        reauthenticate: never,
      }),
      sign: "[data-part=news] [data-part=text-button]",
    },
    confirm: { ...prove, sign: "[data-state=confirm]" },
    linking: { ...link, tenant: alone({ linkIdentity: never }), sign: "[data-state=pending]" },
    news_linked: { ...link, sign: "[data-part=news] [data-state=linked]" },
    news_already: {
      ...prove,
      tenant: alone({ proveIdentity: async () => ({ user: fakeUser, provenAt: 0 }) }),
      sign: "[data-part=news] p",
    },
    news_failed: {
      ...prove,
      tenant: alone({ proveIdentity: refuse("popup_closed") }),
      sign: signs.alert,
    },
    news_unlinked: { ...unlink, sign: "[data-part=news] [data-state=unlinked]" },
    unlink: { ...unlink, act: pressUnlink, sign: "[data-state=unlink]" },
    address: {
      ...byCode,
      act: ({ press, words }) => press(words.linkAccounts.linkEmail),
      sign: "input[name=email]",
    },
    address_phone: {
      ...byCode,
      show: <LinkAccounts passwordless="sms" />,
      act: ({ press, words }) => press(words.linkAccounts.linkPhone),
      sign: "input[name=phone]",
    },
    code: { ...byCode, sign: "input[name=code]" },
    code_too_little: {
      ...byCode,
      tenant: alone({ passwordless: { prove: refuse("mfa_required") } }),
      act: answer,
      sign: signs.alert,
    },
  },
  calls: {
    "management.getUser": {
      show: accounts,
      tenant: alone(),
      ownWords,
      isRetried: true,
      tellsGivenUp: true,
    },
    proveIdentity: { ...prove, ownWords },
    reauthenticate: { ...again, ownWords, tellsGivenUp: true },
    linkIdentity: { ...link, ownWords },
    unlinkIdentity: { ...unlink, ownWords },
    "passwordless.start": byCode,
    "passwordless.prove": { ...byCode, act: answer },
  },
};

/** The same failure means more here than elsewhere. */
function ownWords({ linkAccounts: words }: Reader["words"]): readonly string[] {
  return [words.proveAgain, words.expired, words.noWindow, words.unknown];
}

function alone(calls: FakeClientOptions = {}) {
  return () => withAccounts([], calls);
}

function both(calls: FakeClientOptions = {}) {
  return () => withAccounts([google, github], calls);
}

function pressGoogle({ press, words }: Reader): Promise<void> {
  return press(words.linkAccounts.linkWith("Google"));
}

async function confirmed(reader: Reader): Promise<void> {
  await pressGoogle(reader);
  await reader.press(reader.words.linkAccounts.confirm.submit);
}

function pressUnlink({ pressAt }: Reader): Promise<void> {
  return pressAt("[data-part=account][data-state=linked] button");
}

async function unlinked(reader: Reader): Promise<void> {
  await pressUnlink(reader);
  await reader.pressAt(
    "[data-state=unlink] [data-variant=danger], [data-state=unlink] [data-variant=primary]",
  );
}

async function sendCode(reader: Reader): Promise<void> {
  await reader.press(reader.words.linkAccounts.linkEmail);
  await reader.type("email", "ada@work.example");
  await reader.pressAt("[type=submit]");
}

async function answer(reader: Reader): Promise<void> {
  await sendCode(reader);
  await reader.type("code", "123456");
}
