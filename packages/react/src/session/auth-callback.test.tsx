import {
  createAuthClient,
  type AppState,
  type AuthClient,
  type AuthError,
  type SessionState,
  type StartOptions,
} from "@portico/core";
import {
  createFakeEngine,
  fakeError,
  fakeUser,
  type FakeEngineOptions,
} from "@portico/core/testing";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, signedInAs, stagedClient, starting } from "../../test/staged-client.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { AuthCallback, type AuthCallbackProps } from "./auth-callback.js";

const quiet = keepConsoleQuiet();
const home = window.location.href;
const page = `${window.location.origin}/callback`;
beforeEach(() => {
  window.history.replaceState(null, "", page);
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  window.history.replaceState(null, "", home);
});

const failed: AuthCallbackProps["failed"] = (error, retry) => (
  <button onClick={retry}>{error.code}</button>
);

interface Options extends AuthCallbackProps {
  readonly skips?: boolean;
  readonly onRedirectCallback?: StartOptions["onRedirectCallback"];
}

async function mount(
  client: AuthClient,
  { skips = true, onRedirectCallback, ...props }: Options = {},
) {
  const tree = (shown = true, more: AuthCallbackProps = {}) => (
    <Auth0Provider
      client={client}
      skipRedirectCallback={skips}
      onRedirectCallback={onRedirectCallback}
    >
      {shown && (
        <AuthCallback fallback="wait" failed={failed} {...props} {...more}>
          welcome
        </AuthCallback>
      )}
    </Auth0Provider>
  );
  const view = await act(async () => render(tree(), { wrapper: StrictMode }));
  return { ...view, tree, text: () => view.container.textContent };
}

/** A client without a network, and the page at which a login has come back to it. */
async function comeBack(options: FakeEngineOptions = {}, appState?: AppState) {
  const engine = createFakeEngine(options);
  const config = { domain: "tenant.invalid", clientId: "spa", redirectUri: page };
  const client = createAuthClient({ ...config, engine });
  const address = await client.buildAuthorizeUrl(appState ? { appState } : {});
  window.history.replaceState(null, "", address);
  const redeemed = () => engine.calls.filter(({ method }) => method === "redeem").length;
  return { client, redeemed };
}

const refused = () =>
  window.history.replaceState(
    null,
    "",
    window.location.href.replace("code=fake-code", "error=access_denied"),
  );

describe("where the provider takes the response, it shows", () => {
  test("its fallback until the start has settled, then its children", async () => {
    const onAuthenticated = vi.fn();
    const onRedirectCallback = vi.fn();
    const { client, redeemed } = await comeBack({}, { returnTo: "/inbox" });
    const more = { skips: false, onAuthenticated, onRedirectCallback };
    const view = await mount(client, more);
    await waitFor(() => expect(view.text()).toBe("welcome"));
    expect(redeemed()).toBe(1);
    expect(onRedirectCallback.mock.calls).toEqual([[{ returnTo: "/inbox" }, fakeUser]]);
    expect(onAuthenticated).not.toHaveBeenCalled();
  });

  test("why nobody was signed in", async () => {
    const { client } = await comeBack();
    refused();
    const view = await mount(client, { skips: false });
    await waitFor(() => expect(view.text()).toBe("access_denied"));
    expect(window.location.search).toBe("");
  });

  test("its children where there was no response", async () => {
    const view = await mount(stagedClient(anonymous).client, { skips: false });
    expect(view.text()).toBe("welcome");
  });

  test("nothing of what the server took the session for", async () => {
    const stage = stagedClient(starting);
    const { container } = render(
      <Auth0Provider client={stage.client} initialState={signedInAs()}>
        <AuthCallback fallback="wait">welcome</AuthCallback>
      </Auth0Provider>,
    );
    expect(container.textContent).toBe("wait");
    act(() => stage.show(signedInAs()));
    expect(container.textContent).toBe("welcome");
  });
});

describe("where the provider leaves the response alone", () => {
  test("it redeems it once, and tells the app once, under StrictMode too", async () => {
    const { client, redeemed } = await comeBack({}, { returnTo: "/inbox", cart: 3 });
    const onAuthenticated = vi.fn();
    const view = await mount(client, { onAuthenticated });
    expect(window.location.search).toBe("");
    await waitFor(() => expect(view.text()).toBe("welcome"));
    // Neither another function nor another mount has anything new to tell.
    view.rerender(view.tree(true, { onAuthenticated: (...given) => onAuthenticated(...given) }));
    view.rerender(view.tree(false));
    view.rerender(view.tree());
    await waitFor(() => expect(view.text()).toBe("welcome"));
    expect(redeemed()).toBe(1);
    expect(onAuthenticated.mock.calls).toEqual([[{ returnTo: "/inbox", cart: 3 }, fakeUser]]);
    expect(client.session.get().status).toBe("authenticated");
  });

  test.each([
    ["/inbox?page=2#top", "/inbox?page=2#top"],
    ["//evil.example/x", "/"],
  ])("it goes to %s as %s, and tells the page's router", async (returnTo, target) => {
    const { client } = await comeBack({}, { returnTo });
    const followed = vi.fn();
    window.addEventListener("popstate", followed);
    const { length } = window.history;
    const view = await mount(client);
    await waitFor(() => expect(view.text()).toBe("welcome"));
    const { pathname, search, hash } = window.location;
    expect(pathname + search + hash).toBe(target);
    expect(followed).toHaveBeenCalledOnce();
    expect(window.history).toHaveLength(length);
    window.removeEventListener("popstate", followed);
  });

  test("it stays where the app gave no way back", async () => {
    const { client } = await comeBack();
    const view = await mount(client);
    await waitFor(() => expect(view.text()).toBe("welcome"));
    expect(window.location.href).toBe(page);
  });

  test("it shows a refusal, and its retry begins a new login", async () => {
    const { client } = await comeBack();
    refused();
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(async () => ({
      kind: "redirecting",
    }));
    const view = await mount({ ...client, loginWithConnection }, { login: { prompt: "login" } });
    await waitFor(() => expect(view.text()).toBe("access_denied"));
    await act(async () => screen.getByRole("button").click());
    expect(loginWithConnection.mock.calls).toEqual([[{ prompt: "login" }]]);
    expect(view.text()).toBe("wait");
  });

  test("a login that cannot begin is a failure of its own", async () => {
    const { client } = await comeBack();
    refused();
    const loginWithConnection = () => Promise.reject(fakeError("storage_unavailable"));
    const view = await mount({ ...client, loginWithConnection });
    await waitFor(() => expect(view.text()).toBe("access_denied"));
    await act(async () => screen.getByRole("button").click());
    expect(view.text()).toBe("storage_unavailable");
  });

  test("a response that comes a second time harms no session", async () => {
    const first = await comeBack({ user: fakeUser });
    const address = window.location.href;
    await first.client.completeCallback();
    window.history.replaceState(null, "", address);
    const view = await mount((await reloaded({ user: fakeUser })).client);
    await waitFor(() => expect(view.text()).toBe("welcome"));
  });

  test("a response that comes a second time is told where nobody is signed in", async () => {
    const first = await comeBack();
    const address = window.location.href;
    await first.client.completeCallback();
    window.history.replaceState(null, "", address);
    const view = await mount((await reloaded({})).client);
    await waitFor(() => expect(view.text()).toBe("transaction_lost"));
  });

  test.each<[string, SessionState, string]>([
    ["nobody is signed in", anonymous, "welcome"],
    ["it could not be found out", unknown(fakeError("timeout", { deadline: 1 })), "timeout"],
  ])("without a response it shows what the start has found: %s", async (_what, found, text) => {
    const stage = stagedClient(starting);
    const view = await mount(stage.client);
    expect(view.text()).toBe("wait");
    act(() => stage.show(found));
    expect(view.text()).toBe(text);
  });

  test("a developer's mistake is thrown where the page is rendered", async () => {
    quiet.allow();
    const mistake = new TypeError("no engine");
    const { client } = stagedClient(starting, { completeCallback: () => Promise.reject(mistake) });
    await expect(mount(client)).rejects.toBe(mistake);
  });
});

test("without failed, a failure is thrown to the nearest error boundary", async () => {
  quiet.allow();
  const error = fakeError("access_denied");
  await expect(
    mount(stagedClient(unknown(error)).client, { failed: undefined, skips: false }),
  ).rejects.toBe(error);
});

function unknown(error: AuthError): SessionState {
  return { status: "anonymous", reason: "unknown", error };
}

/** The page after a reload: a new client, and nothing in memory. */
async function reloaded(options: FakeEngineOptions) {
  const engine = createFakeEngine(options);
  const config = { domain: "tenant.invalid", clientId: "spa", redirectUri: page };
  return { client: createAuthClient({ ...config, engine }) };
}
