import { newEmail } from "../../e2e/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import type { Ended } from "../../harness/contract.js";
import type { Compared } from "../sheet.js";
import type { FaultId } from "./faults.js";

/** A flow that keeps something, or might be thought to, and where a fault meets it half way. */
export interface StorageFlow {
  readonly id: string;
  /** Which of the engines that are compared have it. */
  readonly engines: readonly Compared[];
  readonly config?: { readonly storage: "session" };
  /** Comes first, in a page of its own where all is well. */
  readonly given?: (lab: Lab) => Promise<void>;
  /**
   * Goes through the whole flow; `halfWay` is called once, where its request is on its way and its answer still to come.
   * Gives how it ended.
   */
  readonly run: (lab: Lab, halfWay: () => Promise<void>) => Promise<Ended>;
  /** The code that it ends with, by the fault. It succeeds in spite of all the others. */
  readonly ends: Ends;
  /** The same for auth0-js, where it has to leave the page for what we do without. */
  readonly bareEnds?: Ends;
}

type Ends = Partial<Record<FaultId, string>>;

const all: readonly Compared[] = ["portico", "auth0-js", "bare"];
const ours: readonly Compared[] = ["portico", "auth0-js"];

/** Whoever leaves the page has to find the transaction again: without a place for it nobody leaves. */
const leaving: Ends = {
  "read throws": "storage_unavailable",
  "write throws": "storage_unavailable",
  quota: "storage_unavailable",
  "writes silently dropped": "storage_unavailable",
  "read throws on the way back": "transaction_lost",
  "cleared mid-flow": "transaction_lost",
  "malformed value": "transaction_lost",
  "foreign value under our key": "transaction_lost",
  "expired entry": "transaction_expired",
};

export const storageFlows: readonly StorageFlow[] = [
  {
    id: "redirect",
    engines: all,
    run: (lab, halfWay) => thereAndBack(lab, "login", [{ ...lab.user, via: "redirect" }], halfWay),
    ends: leaving,
  },
  {
    id: "social",
    engines: all,
    run: (lab, halfWay) => {
      const method = lab.engine === "bare" ? "authorize" : "loginWithConnection";
      return thereAndBack(
        lab,
        method,
        [{ connection: "google-oauth2" }],
        halfWay,
        async (isLeaving) => {
          await lab.page.waitForURL(({ origin }) => origin === new URL(lab.tenant.url).origin);
          if (isLeaving()) await lab.page.getByRole("button", { name: "Grace Hopper" }).click();
        },
      );
    },
    ends: leaving,
  },
  {
    id: "passwordless link",
    // auth0-js leaves the answer to a link to whoever opens it: there is nothing that it would keep.
    engines: ours,
    async run(lab, halfWay) {
      const email = newEmail();
      const started = await lab.call("passwordless.start", { email, send: "link" });
      if (started.code) return started;
      const { url = "" } = await lab.tenant.inbox.wait({ to: email, kind: "link" });
      await lab.page.goto(url);
      await lab.attach();
      await halfWay();
      return lab.call("completeCallback");
    },
    ends: leaving,
  },
  {
    id: "passwordless code",
    engines: all,
    async run(lab, halfWay) {
      const email = newEmail();
      const started = await lab.keep("sent", "passwordless.start", { email });
      if (started.code) return started;
      const { code: otp = "" } = await lab.tenant.inbox.wait({ to: email, kind: "code" });
      const given = [{ kept: "sent.challenge" }, { otp }];
      if (lab.engine === "bare") return thereAndBack(lab, "passwordless.verify", given, halfWay);
      await halfWay();
      return lab.call("passwordless.verify", ...given);
    },
    // A code does not live that long.
    ends: { "expired entry": "invalid_otp" },
    bareEnds: leaving,
  },
  {
    id: "popup",
    engines: all,
    run: (lab, halfWay) =>
      lab.popup("loginWithPopup", {}, async (window) => {
        await window.locator("#username").waitFor();
        await halfWay();
        if (!window.isClosed()) await lab.typeCredentials(window).catch(() => {});
      }),
    // Nobody waits that long for a window.
    ends: { "expired entry": "timeout" },
  },
  {
    id: "silent",
    engines: all,
    // What is kept of the session is spoilt as well.
    config: { storage: "session" },
    async given(lab) {
      await lab.attach();
      if (lab.engine !== "bare") return lab.signIn();
      await lab.leave("login", [{ ...lab.user, via: "redirect" }]);
    },
    async run(lab, halfWay) {
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      const asked = lab.page.waitForRequest(/\/authorize\?/);
      await lab.page.route(/\/authorize\?/, async (route) => {
        await released;
        await route.continue();
      });
      const ended = lab.call("checkSession");
      await asked;
      await halfWay();
      release();
      return ended;
    },
    // Nor for a hidden frame.
    ends: { "expired entry": "timeout" },
  },
  {
    id: "linking",
    // auth0-js keeps nothing for it: it is handed both tokens.
    engines: ours,
    async run(lab, halfWay) {
      const [first, second] = [newEmail(), newEmail()].map((email) => ({
        email,
        password: "Canary-enough-42",
      }));
      if (!first || !second) throw new Error("There are no users.");
      await lab.tenant.seed({ clients: [], users: [first, second] });
      await lab.signIn(first);
      lab.secrets.add(second.password);
      const opened = lab.page.waitForEvent("popup");
      const proving = lab.keep("proven", "proveIdentity", {});
      const window = await opened;
      await window.locator("#username").fill(second.email);
      await window.locator("#password").fill(second.password);
      await window.locator("#go").click();
      const proven = await proving;
      if (proven.code) return proven;
      await halfWay();
      return lab.call("linkIdentity", { kept: "proven" });
    },
    // The proof is no longer fresh.
    ends: { "expired entry": "invalid_token" },
  },
];

/** Leaves the page, comes back to it and redeems the answer. */
async function thereAndBack(
  lab: Lab,
  method: string,
  args: readonly unknown[],
  halfWay: () => Promise<void>,
  atTenant?: (isLeaving: () => boolean) => Promise<void>,
): Promise<Ended> {
  let isLeaving = true;
  const failed = await lab.leave(
    method,
    args,
    () => atTenant?.(() => isLeaving) ?? Promise.resolve(),
  );
  isLeaving = false;
  if (failed) return failed;
  await halfWay();
  return lab.call(lab.engine === "bare" ? "start" : "completeCallback");
}
