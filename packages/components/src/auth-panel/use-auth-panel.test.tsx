import { createFakeClient, fakeUser } from "@portico/core/testing";
import { Auth0Provider, type AuthClient, type MfaChallenge } from "@portico/react";
import { act, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useAuthPanel, type AuthPanelOptions } from "./use-auth-panel.js";

keepConsoleQuiet();

describe("useAuthPanel", () => {
  it.each<[AuthPanelOptions, string]>([
    [{}, "login"],
    [{ initialView: "signup" }, "signup"],
    [{ initialView: "reset", views: ["login"] }, "login"],
    [{ initialView: "mfa" }, "login"],
    [{ initialView: "signedIn" }, "login"],
    [{ views: ["signup", "signedIn"] }, "signup"],
    [{ views: ["mfa", "passwordless"] }, "passwordless"],
    [{ view: "reset" }, "reset"],
    [{ view: "mfa" }, "login"],
    [{ view: "signedIn" }, "login"],
    [{ view: "passwordless" }, "login"],
  ])("shows for %j at first: %s", (options, view) => {
    expect(show(options).now().view).toBe(view);
  });

  it("leads back by the way it came, and nowhere from its start", () => {
    const { now } = show({ views: ["login", "passwordless", "reset"] });
    expect(now().back).toBeUndefined();
    act(() => now().goTo("passwordless"));
    act(() => now().goTo("reset"));
    act(() => now().back?.());
    expect(now().view).toBe("passwordless");
    act(() => now().back?.());
    expect(now()).toMatchObject({ view: "login", back: undefined });
  });

  it("goes nowhere that it may not", () => {
    const onViewChange = vi.fn();
    const { now } = show({ views: ["login"], onViewChange });
    act(() => now().goTo("signup"));
    expect(now().view).toBe("login");
    expect(onViewChange).not.toHaveBeenCalled();
  });

  it("leaves what it may not show any more", () => {
    const { now, rerender } = show({ initialView: "reset" });
    act(() => now().goTo("signup"));
    rerender({ initialView: "reset", views: ["login", "reset"] });
    expect(now()).toMatchObject({ view: "reset", back: undefined });
    rerender({ initialView: "reset", views: [] });
    expect(now().view).toBe("login");
  });

  it("tells each change once, also in strict mode", () => {
    const onViewChange = vi.fn();
    const { now } = show({ onViewChange }, createFakeClient(), StrictMode);
    act(() => now().goTo("signup"));
    act(() => now().goTo("signup"));
    act(() => now().goTo("reset"));
    expect(onViewChange.mock.calls).toEqual([["signup"], ["reset"]]);
  });

  it("leaves it to the app where the app decides", () => {
    const onViewChange = vi.fn();
    const { now, rerender } = show({ view: "login", onViewChange });
    act(() => now().goTo("reset"));
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith("reset");
    expect(now().view).toBe("login");
    rerender({ view: "reset", onViewChange });
    expect(now().view).toBe("reset");
    expect(now().back).toBeDefined();
    rerender({ view: "reset", onViewChange: () => onViewChange() });
    expect(onViewChange).toHaveBeenCalledOnce();
  });

  it("shows the second step with its challenge, and starts over when that has run out", () => {
    const { now } = show();
    act(() => now().answer(challenge));
    expect(now()).toMatchObject({ view: "mfa", challenge, hasRunOut: false });
    act(() => now().startOver());
    expect(now()).toMatchObject({ view: "login", hasRunOut: true, back: undefined });
    act(() => now().goTo("signup"));
    expect(now().hasRunOut).toBe(false);
  });

  it("shows a second step that the app has to agree to", () => {
    const onViewChange = vi.fn();
    const { now, rerender } = show({ view: "login", onViewChange });
    act(() => now().answer(challenge));
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith("mfa");
    rerender({ view: "mfa", onViewChange });
    expect(now()).toMatchObject({ view: "mfa", challenge });
  });

  it("is where a redirect ended: somebody is signed in already", () => {
    expect(show({}, createFakeClient({ user: fakeUser })).now().view).toBe("signedIn");
    const undecided = createFakeClient({ user: fakeUser });
    expect(show({ view: "login" }, undecided).now().view).toBe("login");
    const unshown = createFakeClient({ user: fakeUser });
    expect(show({ views: ["login"] }, unshown).now().view).toBe("login");
  });

  it("follows a sign-in that no form has made, without the focus, and begins anew after a sign-out", async () => {
    const client = createFakeClient();
    const onViewChange = vi.fn();
    const { now } = show({ onViewChange }, client);
    act(() => now().goTo("reset"));
    await act(async () => void (await client.login({ email: "a@b", password: "c" })));
    expect(now()).toMatchObject({ view: "signedIn", back: undefined, takesFocus: false });
    await act(async () => void (await client.logout()));
    expect(now().view).toBe("login");
    expect(onViewChange.mock.calls).toEqual([["reset"], ["signedIn"], ["login"]]);
    await act(async () => void (await client.login({ email: "a@b", password: "c" })));
    expect(now().view).toBe("signedIn");
  });

  it("tells an app that decides of it, and stays where it may show nobody signed in", async () => {
    const client = createFakeClient();
    const onViewChange = vi.fn();
    const { now } = show({ view: "login", onViewChange }, client);
    await act(async () => void (await client.login({ email: "a@b", password: "c" })));
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith("signedIn");
    expect(now().view).toBe("login");
    const other = createFakeClient();
    const unshown = show({ views: ["login"] }, other);
    await act(async () => void (await other.login({ email: "a@b", password: "c" })));
    expect(unshown.now().view).toBe("login");
  });

  it("tells an app that decides when nobody is signed in any more", async () => {
    const client = createFakeClient({ user: fakeUser });
    const onViewChange = vi.fn();
    const { now } = show({ view: "signedIn", onViewChange }, client);
    expect(now().view).toBe("signedIn");
    await act(async () => void (await client.logout()));
    expect(now().view).toBe("login");
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith("login");
  });

  it("moves the focus with the view, unless it is asked not to", () => {
    const { now } = show();
    expect(now().takesFocus).toBeUndefined();
    act(() => now().goTo("signup", "stays"));
    expect(now().takesFocus).toBe(false);
    act(() => now().goTo("reset"));
    expect(now().takesFocus).toBe(true);
  });
});

const challenge: MfaChallenge = { type: "mfa", expiresAt: Date.now() + 600_000 };

function show(
  options: AuthPanelOptions = {},
  client: AuthClient = createFakeClient(),
  Around: (props: { children: ReactNode }) => ReactNode = ({ children }) => children,
) {
  const { result, rerender } = renderHook((props: AuthPanelOptions) => useAuthPanel(props), {
    initialProps: options,
    wrapper: ({ children }) => (
      <Around>
        <Auth0Provider client={client}>{children}</Auth0Provider>
      </Around>
    ),
  });
  return { now: () => result.current, rerender };
}
