import type { PasswordlessChallenge } from "@portico/core";
import { fakeUser } from "@portico/core/testing";
import { expect, test } from "vitest";
import { canary, describeFlow, type FlowUse } from "../../test/flow-contract.js";
import { mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, stagedClient } from "../../test/staged-client.js";
import { usePasswordless } from "./use-passwordless.js";

keepConsoleQuiet();

const email = "ada@example.com";
const message: PasswordlessChallenge = Object.freeze({
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination: email,
  send: "code",
  resendAt: 0,
});

describeFlow({
  name: "usePasswordless: start",
  use: () => {
    const flow = usePasswordless();
    if (flow.step !== "start") throw new Error(flow.step);
    const run: FlowUse["run"] = (signal) => flow.start({ email, captcha: canary, signal });
    return { flow, state: flow.state, run, reset: flow.restart };
  },
  client: (answer) => ({ passwordless: { start: ({ signal }) => answer(signal) } }),
  answered: { kind: "accepted", destination: email, challenge: message },
});

describeFlow({
  name: "usePasswordless: resend",
  use: () => {
    const flow = usePasswordless();
    if (flow.step !== "verify") throw new Error(flow.step);
    const run: FlowUse["run"] = (signal) => flow.resend({ captcha: canary, signal });
    return { flow, state: flow.sending, run, reset: flow.restart };
  },
  client: (answer) => ({
    passwordless: { pending: () => message, resend: (_message, params) => answer(params?.signal) },
  }),
  answered: { kind: "accepted", destination: email, challenge: message },
});

describeFlow({
  name: "usePasswordless: verify",
  use: () => {
    const flow = usePasswordless();
    if (flow.step === "start") throw new Error(flow.step);
    const { restart: reset } = flow;
    if (flow.step === "done") {
      const { outcome } = flow;
      const run: FlowUse["run"] = () => Promise.reject(new Error("It is done."));
      return { flow, state: { status: "succeeded", outcome }, run, reset };
    }
    const run: FlowUse["run"] = (signal) => flow.verify({ otp: canary, signal });
    return { flow, state: flow.state, run, reset };
  },
  client: (answer) => ({
    passwordless: { pending: () => message, verify: (_message, { signal }) => answer(signal) },
  }),
  answered: { kind: "authenticated", session: { user: fakeUser } },
});

test("many of them on a page listen once each, and stop", () => {
  const staged = stagedClient(anonymous);
  const { unmount } = mountWith(staged.client, () => [usePasswordless(), usePasswordless()]);
  expect(staged.readers()).toBe(2);
  unmount();
  expect(staged.readers()).toBe(0);
});
