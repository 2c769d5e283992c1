import type { AuthClient, ConnectionLoginParams, SessionState } from "@portico/core";
import { fakeError } from "@portico/core/testing";
import { act, cleanup, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Boundary } from "../../test/boundary.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, signedInAs, stagedClient, starting } from "../../test/staged-client.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { RequireAuth, type RequireAuthProps } from "./require-auth.js";

const quiet = keepConsoleQuiet();
const home = window.location.href;
beforeEach(() => {
  window.history.replaceState(null, "", "/inbox?page=2#top");
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", home);
});

type Begin = AuthClient["loginWithConnection"];
const leaving = () => vi.fn<Begin>(async () => ({ kind: "redirecting" }));
const failed: RequireAuthProps["failed"] = (error, retry) => (
  <button onClick={retry}>{error.code}</button>
);

async function mount(
  initial: SessionState,
  props: RequireAuthProps = {},
  loginWithConnection: Begin = leaving(),
) {
  const stage = stagedClient(initial, { loginWithConnection });
  const tree = (
    <Auth0Provider client={stage.client}>
      <RequireAuth fallback="wait" {...props}>
        the inbox
      </RequireAuth>
    </Auth0Provider>
  );
  const view = await act(async () => render(tree, { wrapper: StrictMode }));
  return { ...stage, ...view, tree, text: () => view.container.textContent };
}

test("shows its children to whoever is signed in, and asks nobody", async () => {
  const login = leaving();
  const gate = await mount(signedInAs(), {}, login);
  expect(gate.text()).toBe("the inbox");
  expect(login).not.toHaveBeenCalled();
});

test("leaves for nothing that the provider was only told to begin with", async () => {
  const login = leaving();
  const stage = stagedClient(starting, { loginWithConnection: login });
  const { container } = await act(async () =>
    render(
      <Auth0Provider client={stage.client} initialState={anonymous}>
        <RequireAuth fallback="wait">the inbox</RequireAuth>
      </Auth0Provider>,
      { wrapper: StrictMode },
    ),
  );
  expect(container.textContent).toBe("wait");
  expect(login).not.toHaveBeenCalled();
  await act(async () => stage.show({ status: "anonymous" }));
  expect(login).toHaveBeenCalledOnce();
});

test("waits while it is being found out who is signed in", async () => {
  const login = leaving();
  const gate = await mount(starting, {}, login);
  expect(gate.text()).toBe("wait");
  expect(login).not.toHaveBeenCalled();
  act(() => gate.show(signedInAs()));
  expect(gate.text()).toBe("the inbox");
});

describe("leaves for the login", () => {
  test.each<[string, SessionState]>([
    ["nobody is signed in", anonymous],
    ["the session ran out", { status: "anonymous", reason: "expired" }],
    ["the tenant's session is another's", { status: "anonymous", reason: "user_changed" }],
  ])("once, for this page, where %s, under StrictMode too", async (_why, state) => {
    const login = leaving();
    const gate = await mount(starting, {}, login);
    await act(async () => gate.show(state));
    expect(gate.text()).toBe("wait");
    gate.rerender(gate.tree);
    expect(login.mock.calls).toEqual([[{ appState: { returnTo: "/inbox?page=2#top" } }]]);
  });

  test("with the parameters given, which stay as they are", async () => {
    const login = leaving();
    const params: ConnectionLoginParams = Object.freeze({
      connection: "github",
      appState: Object.freeze({ from: "inbox" }),
    });
    await mount(anonymous, { login: params }, login);
    const appState = { returnTo: "/inbox?page=2#top", from: "inbox" };
    expect(login.mock.calls).toEqual([[{ connection: "github", appState }]]);
    await mount(anonymous, { login: { appState: { returnTo: "/elsewhere" } } }, login);
    expect(login).toHaveBeenLastCalledWith({ appState: { returnTo: "/elsewhere" } });
  });

  test("once for all that stand on a page", async () => {
    const login = leaving();
    const { client } = stagedClient(anonymous, { loginWithConnection: login });
    const three = ["a", "b", "c"].map((key) => (
      <RequireAuth key={key} fallback="wait " login={{ connection: key }} />
    ));
    await act(async () => {
      render(<Auth0Provider client={client}>{three}</Auth0Provider>, { wrapper: StrictMode });
    });
    expect(login).toHaveBeenCalledOnce();
  });

  test("another way, once, where it is told how", async () => {
    const login = vi.fn<(returnTo: string, asked: object) => void>();
    const redirect = leaving();
    const gate = await mount(anonymous, { login }, redirect);
    expect(login.mock.calls).toEqual([["/inbox?page=2#top", {}]]);
    expect(redirect).not.toHaveBeenCalled();
    expect(gate.text()).toBe("wait");
  });

  test("and keeps no response that stands in the address", async () => {
    const login = leaving();
    window.history.replaceState(null, "", "/inbox?code=a-secret&state=s");
    await mount(anonymous, {}, login);
    expect(login.mock.calls).toEqual([[{ appState: { returnTo: "/inbox" } }]]);
  });

  test("again when a page comes back from the browser's cache", async () => {
    const login = leaving();
    await mount(anonymous, {}, login);
    await act(async () => {
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    expect(login).toHaveBeenCalledTimes(2);
  });

  test("again after a sign-in that has ended", async () => {
    const login = leaving();
    const gate = await mount(anonymous, {}, login);
    act(() => gate.show(signedInAs()));
    expect(gate.text()).toBe("the inbox");
    await act(async () => gate.show({ status: "anonymous", reason: "expired" }));
    expect(login).toHaveBeenCalledTimes(2);
  });
});

describe("never goes round in circles", () => {
  test.each<[string, SessionState]>([
    [
      "it could not be found out who is signed in",
      { status: "anonymous", reason: "unknown", error: fakeError("timeout", { deadline: 1 }) },
    ],
    [
      "a login came back with a refusal",
      { status: "anonymous", reason: "unknown", error: fakeError("access_denied") },
    ],
  ])("where %s it stays, until the reader wants to try again", async (_why, state) => {
    const login = leaving();
    const gate = await mount(state, { failed }, login);
    expect(login).not.toHaveBeenCalled();
    await act(async () => screen.getByRole("button").click());
    expect(login.mock.calls).toEqual([[{ appState: { returnTo: "/inbox?page=2#top" } }]]);
    expect(gate.text()).toBe("wait");
  });

  test("where the login could not begin it shows that, once, and may try again", async () => {
    const login = vi.fn<Begin>().mockRejectedValue(fakeError("storage_unavailable"));
    const gate = await mount(anonymous, { failed }, login);
    expect(gate.text()).toBe("storage_unavailable");
    expect(login).toHaveBeenCalledOnce();
    await act(async () => screen.getByRole("button").click());
    expect(login).toHaveBeenCalledTimes(2);
    act(() => gate.show(signedInAs()));
    expect(gate.text()).toBe("the inbox");
  });

  test.each<[string, SessionState, Begin, string]>([
    [
      "a failure",
      { status: "anonymous", reason: "unknown", error: fakeError("access_denied") },
      leaving(),
      "AuthError: access denied",
    ],
    [
      "a developer's mistake",
      anonymous,
      vi.fn<Begin>().mockRejectedValue(new TypeError("a circle")),
      "TypeError: a circle",
    ],
  ])("%s goes to the error boundary where nothing shows it", async (_what, state, login, text) => {
    quiet.allow();
    const { client } = stagedClient(state, { loginWithConnection: login });
    const onCatch = vi.fn();
    await act(async () =>
      render(
        <Auth0Provider client={client}>
          <Boundary onCatch={onCatch}>
            <RequireAuth fallback="wait" />
          </Boundary>
        </Auth0Provider>,
      ),
    );
    expect(onCatch.mock.calls.map(String)).toEqual([text]);
    expect(vi.mocked(login).mock.calls.length).toBeLessThan(2);
  });
});
