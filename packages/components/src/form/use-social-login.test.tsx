import { createFakeClient, fakeError, type FakeClientOptions } from "@portico/core/testing";
import type { AuthErrorCode, PopupLoginParams } from "@portico/react";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { never, refuse, Tenant } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useSocialLogin, type SocialLoginOptions } from "./use-social-login.js";

keepConsoleQuiet();

const connections = ["google-oauth2", "apple"];

function social(options: SocialLoginOptions = {}, calls: FakeClientOptions = {}) {
  const client = createFakeClient(calls);
  const leave = vi.spyOn(client, "loginWithConnection");
  const open = vi.spyOn(client, "loginWithPopup");
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <Tenant client={client}>{children}</Tenant>
  );
  const { result } = renderHook(() => useSocialLogin({ connections, ...options }), { wrapper });
  const now = () => result.current;
  return {
    leave,
    open,
    now,
    choose: (connection = "google-oauth2") => act(async () => now().choose(connection)),
    states: () => now().buttons.map(({ state }) => state),
  };
}

describe("The buttons of other ways in", () => {
  it("are none where no connection is given", () => {
    expect(social({ connections: undefined }).now()).toMatchObject({
      buttons: [],
      submit: "ready",
      failure: undefined,
      cancel: undefined,
      hosted: undefined,
    });
  });

  it("show each connection as it is described", () => {
    const own = { connection: "acme", label: "Acme", background: "red", color: "#fff" };
    const [first, second] = social({ connections: ["google-oauth2", own] }).now().buttons;
    expect(first).toMatchObject({ connection: "google-oauth2", name: "Google", state: "ready" });
    const { label: name, ...looks } = own;
    expect(second).toMatchObject({ ...looks, name, isLastUsed: false });
  });

  it.each([
    [true, "apple", [false, true]],
    [true, "samlp", [false, false]],
    [true, undefined, [false, false]],
    [false, "apple", [false, false]],
    [undefined, "apple", [false, false]],
  ])("with lastUsed: %s and %s, mark the one that was used last: %j", (lastUsed, last, marked) => {
    const lastSignIn = () => (last === undefined ? { at: 1 } : { connection: last, at: 1 });
    const { now } = social({ lastUsed }, { lastSignIn });
    expect(now().buttons.map(({ isLastUsed }) => isLastUsed)).toEqual(marked);
  });

  it.each([
    ["a", "a b c d e"],
    ["d", "a b c d e"],
    ["e", "e a b c d"],
    ["z", "a b c d e"],
  ])("bring the one that was used last, %s, in front where it would be folded: %s", (last, all) => {
    const given = { connections: ["a", "b", "c", "d", "e"], lastUsed: true };
    const { now } = social(given, { lastSignIn: () => ({ connection: last, at: 1 }) });
    expect(now().buttons.map(({ connection }) => connection)).toEqual(all.split(" "));
  });
});

describe("Choosing another way in", () => {
  const given: SocialLoginOptions = {
    audience: "https://api.example",
    scope: "openid email",
    organization: "org_1",
    invitation: "ticket",
    appState: { returnTo: "/board" },
    connections: [{ connection: "google-oauth2", scope: ["calendar"] }, "apple"],
    popup: { width: 300 },
  };
  const { audience, scope, organization, invitation, appState, popup } = given;
  const common = { audience, scope, organization, invitation };

  it("leaves the page with everything that goes along, and the scope of the connection", async () => {
    const told = { onSuccess: vi.fn(), onAuthenticated: vi.fn() };
    const { now, choose, states, leave, open } = social({ ...given, ...told });
    await choose();
    const asked = { ...common, connection: "google-oauth2", connectionScope: ["calendar"] };
    expect(leave.mock.calls[0]?.[0]).toMatchObject({ ...asked, appState });
    expect(leave.mock.calls[0]?.[0]).not.toHaveProperty("popup");
    expect(open).not.toHaveBeenCalled();
    expect(told.onSuccess).toHaveBeenCalledExactlyOnceWith({ kind: "redirecting" });
    expect(told.onAuthenticated).not.toHaveBeenCalled();
    expect(states()).toEqual(["pending", "held"]);
    expect(now()).toMatchObject({ submit: "pending", cancel: undefined });
    await choose("apple");
    expect(leave).toHaveBeenCalledOnce();
  });

  it("opens a window, without what is kept for a way back", async () => {
    const told: unknown[] = [];
    const { now, choose, states, leave, open } = social({
      ...given,
      socialMode: "popup",
      onAuthenticated: (session) => told.push(session),
      onSuccess: (outcome) => told.push(outcome.kind),
    });
    await choose("apple");
    expect(open.mock.calls[0]?.[0]).toMatchObject({ ...common, connection: "apple", popup });
    expect(open.mock.calls[0]?.[0]?.connectionScope).toBeUndefined();
    expect(open.mock.calls[0]?.[0]).not.toHaveProperty("appState");
    expect(leave).not.toHaveBeenCalled();
    expect(told).toEqual([expect.objectContaining({ user: expect.anything() }), "authenticated"]);
    expect(now().submit).toBe("done");
    expect(states()).toEqual(["held", "held"]);
  });

  it.each(["popup", "redirect"] as const)("by %s can be given up only in a window", async (way) => {
    const signals: (AbortSignal | undefined)[] = [];
    const call = (params: PopupLoginParams = {}) => {
      signals.push(params.signal);
      return never();
    };
    const calls = { loginWithConnection: call, loginWithPopup: call };
    const { now, choose, states } = social({ socialMode: way }, calls);
    await choose();
    expect(states()).toEqual(["pending", "held"]);
    expect(now().cancel !== undefined).toBe(way === "popup");
    await act(async () => now().giveUp());
    expect(signals.map((signal) => signal?.aborted)).toEqual([way === "popup"]);
    expect(states()).toEqual(way === "popup" ? ["ready", "ready"] : ["pending", "held"]);
  });

  it("gives up a question that the app has been asked", async () => {
    let answer = (): void => {};
    const onBeforeSubmit = () => new Promise<void>((resolve) => (answer = resolve));
    const { now, choose, states, leave } = social({ onBeforeSubmit });
    await choose();
    expect(states()).toEqual(["pending", "held"]);
    expect(now().cancel).toBeUndefined();
    await act(async () => now().giveUp());
    await act(async () => answer());
    expect(states()).toEqual(["ready", "ready"]);
    expect(leave).not.toHaveBeenCalled();
  });

  it("asks the app first, with the connection, at once or later", async () => {
    const onBeforeSubmit = vi
      .fn<NonNullable<SocialLoginOptions["onBeforeSubmit"]>>()
      .mockReturnValueOnce("Not today.")
      .mockResolvedValueOnce("Nor later.")
      .mockResolvedValueOnce();
    const { now, choose, leave } = social({ onBeforeSubmit });
    await choose("apple");
    const options = { signal: expect.any(AbortSignal), connection: "apple" };
    expect(onBeforeSubmit).toHaveBeenCalledExactlyOnceWith({}, options);
    expect(now().failure?.problem).toEqual({ refusal: "Not today." });
    await choose();
    expect(now()).toMatchObject({ failure: { problem: { refusal: "Nor later." } } });
    expect(now()).toMatchObject({ tone: "danger", hosted: undefined });
    expect(leave).not.toHaveBeenCalled();
    await choose();
    expect(leave).toHaveBeenCalledOnce();
  });

  it("tells which button was pressed, and may be stopped in the click", async () => {
    const onConnectionClick = vi.fn();
    const mayLeave = vi.fn(() => true).mockReturnValueOnce(false);
    const onBeforeSubmit = vi.fn();
    const { choose, leave } = social({ onConnectionClick, mayLeave, onBeforeSubmit });
    await choose("apple");
    expect(onConnectionClick).toHaveBeenCalledExactlyOnceWith("apple");
    expect(onBeforeSubmit).not.toHaveBeenCalled();
    expect(leave).not.toHaveBeenCalled();
    await choose("apple");
    expect(leave).toHaveBeenCalledOnce();
    await choose("apple");
    expect(onConnectionClick).toHaveBeenCalledTimes(2);
  });
});

describe("Another way in that fails", () => {
  it.each([
    ["access_denied", "danger", false],
    ["popup_closed", "notice", false],
    ["popup_blocked", "notice", true],
    ["popup_unavailable", "notice", true],
  ] as const)("by %s says so as a %s, with the way by redirect: %s", async (code, tone, isWay) => {
    const error = failure(code);
    const onError = vi.fn();
    const { now, choose, states, leave } = social(
      { socialMode: "popup", onError },
      { loginWithPopup: refuse(error) },
    );
    await choose("apple");
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    expect(now()).toMatchObject({ tone, failure: { problem: error, attempt: 1 } });
    expect(states()).toEqual(["ready", "ready"]);
    expect(now().hosted?.isPending).toBe(isWay ? false : undefined);
    await act(async () => now().hosted?.leave());
    const left = leave.mock.calls.map(([params]) => params?.connection);
    expect(left).toEqual(isWay ? ["apple"] : []);
    expect(now().hosted).toBeUndefined();
  });

  it("keeps the way by redirect where it was while it is being gone", async () => {
    const { now, choose } = social(
      { socialMode: "popup" },
      { loginWithPopup: refuse(failure("popup_blocked")), loginWithConnection: never },
    );
    await choose();
    await act(async () => now().hosted?.leave());
    expect(now().hosted).toMatchObject({ isPending: true, error: undefined });
    expect(now().failure?.isStale).toBe(true);
  });

  it("keeps it where another window is tried, which is not that way", async () => {
    const loginWithPopup = vi.fn(never).mockImplementationOnce(refuse(failure("popup_blocked")));
    const { now, choose } = social({ socialMode: "popup" }, { loginWithPopup });
    await choose();
    await choose();
    expect(now().hosted).toMatchObject({ isPending: false });
  });

  it("shows nothing where it was given up, and tells nobody", async () => {
    const onError = vi.fn();
    const { now, choose } = social(
      { socialMode: "popup", onError },
      { loginWithPopup: refuse(failure("aborted")) },
    );
    await choose();
    expect(now().failure).toBeUndefined();
    expect(onError).not.toHaveBeenCalled();
  });
});

function failure(code: Extract<AuthErrorCode, `popup_${string}` | "access_denied" | "aborted">) {
  return fakeError(code);
}
