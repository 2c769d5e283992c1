import { createFakeClient, fakeError, fakeUser } from "@portico/core/testing";
import type { AuthClient, FlowResult, SignupOutcome } from "@portico/react";
import { describe, expect, it, vi } from "vitest";
import { onSignInElsewhere, ownSignIn } from "./sign-in-calls.js";

const typed = { email: "ada@example.com", password: "x" };
const signedIn = { user: expect.objectContaining({ sub: fakeUser.sub }) };
const failed = { status: "failed", error: fakeError("invalid_credentials") } as const;

function listening(isAnonymous = true, client = createFakeClient()) {
  const listener = vi.fn();
  return { client, listener, stop: onSignInElsewhere(client, isAnonymous, listener) };
}

async function logIn(client: AuthClient): Promise<FlowResult<SignupOutcome>> {
  return { status: "succeeded", outcome: await client.login(typed) };
}

describe("A sign-in that no form has made", () => {
  it("is told once, and again after a sign-out", async () => {
    const { client, listener } = listening();
    await client.login(typed);
    expect(listener).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(signedIn));
    await client.login(typed);
    expect(listener).toHaveBeenCalledOnce();
    await client.logout({ local: true });
    expect(listener).toHaveBeenCalledOnce();
    await client.login(typed);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it("is told at once where somebody signed in since the caller looked", () => {
    const client = createFakeClient({ user: fakeUser });
    expect(listening(true, client).listener).toHaveBeenCalledOnce();
    expect(listening(false, client).listener).not.toHaveBeenCalled();
  });

  it("is not told where the client has still to start, or the caller knew of it", async () => {
    const { client, listener } = listening(false, createFakeClient({ starting: true }));
    await client.login(typed);
    expect(listener).not.toHaveBeenCalled();
  });

  it("is not told any more to whoever has stopped, also at the end of a form's call", async () => {
    const { client, listener, stop } = listening();
    let end = (_result: FlowResult<SignupOutcome>): void => {};
    const call = ownSignIn(
      client,
      () => new Promise<FlowResult<SignupOutcome>>((resolve) => (end = resolve)),
    );
    await client.login(typed);
    stop();
    end(failed);
    await call;
    await client.logout({ local: true });
    await client.login(typed);
    expect(listener).not.toHaveBeenCalled();
  });
});

describe("A form's call", () => {
  it("gives what came of it, and is nobody else's to tell", async () => {
    const { client, listener } = listening();
    const result = await ownSignIn(client, () => logIn(client));
    expect(result).toMatchObject({ status: "succeeded", outcome: { session: signedIn } });
    expect(listener).not.toHaveBeenCalled();
    await client.logout({ local: true });
    await client.login(typed);
    expect(listener).toHaveBeenCalledOnce();
  });

  it.each([
    ["fails", failed],
    ["only leaves the page", { status: "succeeded", outcome: { kind: "redirecting" } }],
  ] as const)("that %s has what happened elsewhere told at its end", async (_how, result) => {
    const { client, listener } = listening();
    const answer = await ownSignIn(client, async () => {
      await client.login(typed);
      expect(listener).not.toHaveBeenCalled();
      return result;
    });
    expect(answer).toBe(result);
    expect(listener).toHaveBeenCalledOnce();
  });

  it("that throws does so too", async () => {
    const { client, listener } = listening();
    const mistake = new Error("mistake");
    const call = ownSignIn(client, async () => {
      await client.login(typed);
      throw mistake;
    });
    await expect(call).rejects.toBe(mistake);
    expect(listener).toHaveBeenCalledOnce();
    await client.logout({ local: true });
    await client.login(typed);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it("says nothing of another client, nor of a sign-out meanwhile", async () => {
    const { client, listener } = listening();
    const other = createFakeClient();
    await ownSignIn(other, async () => {
      await client.login(typed);
      expect(listener).toHaveBeenCalledOnce();
      return failed;
    });
    await ownSignIn(client, async () => {
      await client.logout({ local: true });
      return failed;
    });
    await client.login(typed);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
