import { createFakeClient, fakeUser } from "@portico/core/testing";
import { act, render, screen } from "@testing-library/react";
import { StrictMode, type ReactElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  Auth0Provider,
  createAuthClient,
  useAuth0,
  useAuthClient,
  useCheckSession,
  useLogin,
  useLogout,
  useSession,
  useSignup,
  useUser,
  type AuthClient,
  type StartOutcome,
} from "../index.js";

const errors = vi.spyOn(console, "error");
beforeEach(() => {
  errors.mockReset();
});
afterEach(() => {
  if (errors.mock.calls.length > 0)
    throw new Error(`React complained: ${errors.mock.calls.join()}`);
});

function Status() {
  return <output>{useSession().status}</output>;
}

test("starts its client after the first render, and stops it at the end", () => {
  const start = vi.fn<AuthClient["start"]>(async () => ({ kind: "anonymous" }));
  const stop = vi.fn();
  const client = createFakeClient({ start, stop });
  const tree = (
    <Auth0Provider client={client}>
      <Status />
    </Auth0Provider>
  );
  const { rerender, unmount } = render(tree);
  rerender(tree);
  expect(start).toHaveBeenCalledOnce();
  expect(stop).not.toHaveBeenCalled();
  unmount();
  expect(stop).toHaveBeenCalledOnce();
  expect(start).toHaveBeenCalledOnce();
});

test("hands the callback function to the start", () => {
  const start = vi.fn<AuthClient["start"]>(async () => ({ kind: "anonymous" }));
  const onRedirectCallback = vi.fn();
  render(
    <Auth0Provider client={createFakeClient({ start })} onRedirectCallback={onRedirectCallback} />,
  );
  expect(start.mock.calls).toEqual([[{ onRedirectCallback, skipRedirectCallback: false }]]);
});

test("under StrictMode it starts, stops and starts, and the last word is start", () => {
  const calls: string[] = [];
  const start = async (): Promise<StartOutcome> => {
    calls.push("start");
    return { kind: "anonymous" };
  };
  const client = createFakeClient({ start, stop: () => calls.push("stop") });
  const { unmount } = render(<Auth0Provider client={client} />, { wrapper: StrictMode });
  expect(calls).toEqual(["start", "stop", "start"]);
  unmount();
  expect(calls).toEqual(["start", "stop", "start", "stop"]);
});

test("under StrictMode a real client takes what is in the address once", async () => {
  const before = window.location.href;
  window.history.replaceState(null, "", "/?error=access_denied&state=nobody-asked");
  const replaced = vi.spyOn(window.history, "replaceState");
  const fetched = vi.spyOn(globalThis, "fetch");
  const onRedirectCallback = vi.fn();
  const config = { domain: "tenant.invalid", clientId: "spa", deadlines: { silent: 20 } };
  render(
    <Auth0Provider {...config} onRedirectCallback={onRedirectCallback}>
      <Status />
    </Auth0Provider>,
    { wrapper: StrictMode },
  );
  expect(window.location.search).toBe("");
  expect(screen.getByRole("status").textContent).toBe("starting");
  expect(await screen.findByText("anonymous")).toBeDefined();
  expect(replaced).toHaveBeenCalledOnce();
  expect(onRedirectCallback).not.toHaveBeenCalled();
  expect(fetched).not.toHaveBeenCalled();
  expect(document.querySelector("iframe")).toBeNull();
  replaced.mockRestore();
  fetched.mockRestore();
  window.history.replaceState(null, "", before);
});

test("keeps one client over renders, whatever the props become", () => {
  const seen = new Set<AuthClient>();
  function See() {
    seen.add(useAuthClient());
    return null;
  }
  const tree = (clientId: string) => (
    <Auth0Provider domain="tenant.invalid" clientId={clientId} checkSessionOnStart={false}>
      <See />
    </Auth0Provider>
  );
  const { rerender } = render(tree("one"));
  rerender(tree("two"));
  expect(seen.size).toBe(1);
});

test("a provider inside another speaks for what is inside it", () => {
  const inner = createFakeClient({ user: fakeUser });
  render(
    <Auth0Provider client={createFakeClient()}>
      <Auth0Provider client={inner}>
        <Status />
      </Auth0Provider>
    </Auth0Provider>,
  );
  expect(screen.getByRole("status").textContent).toBe("authenticated");
});

test("what the server rendered is taken over without a complaint", async () => {
  const client = createFakeClient({ user: fakeUser });
  const tree = (
    <Auth0Provider client={client}>
      <Status />
    </Auth0Provider>
  );
  const container = document.createElement("div");
  container.innerHTML = renderToString(tree);
  expect(container.textContent).toBe("starting");
  const complaints = vi.fn();
  const root = await act(async () =>
    hydrateRoot(container, tree, { onRecoverableError: complaints }),
  );
  expect(container.textContent).toBe("authenticated");
  expect(complaints).not.toHaveBeenCalled();
  act(() => root.unmount());
});

describe("a developer's mistake is told in three parts", () => {
  const caught = (element: ReactElement): unknown => {
    errors.mockImplementation(() => {});
    try {
      render(element);
    } catch (error) {
      return error;
    } finally {
      errors.mockReset();
    }
    return undefined;
  };

  test.each([
    ["useAuth0", useAuth0],
    ["useAuthClient", useAuthClient],
    ["useSession", useSession],
    ["useUser", useUser],
    ["useLogin", useLogin],
    ["useSignup", useSignup],
    ["useLogout", useLogout],
    ["useCheckSession", useCheckSession],
  ])("%s outside a provider", (_, useHook: () => unknown) => {
    function Lost() {
      useHook();
      return null;
    }
    expect(caught(<Lost />)).toMatchObject({
      message: expect.stringMatching(
        /^This stands outside Auth0Provider\. It has no tenant\. Move it inside\.$/,
      ),
    });
  });

  test("a configuration without a tenant", () => {
    expect(caught(<Auth0Provider domain="" clientId="spa" />)).toMatchObject({
      message: expect.stringMatching(/no usable domain\. Nobody can sign in\. /),
    });
  });

  test("a property that is none, which a spread may bring along", () => {
    for (const stray of [{ realm: "admin" }, { authorizationParams: { scope: "openid" } }]) {
      const element = <Auth0Provider domain="tenant.invalid" clientId="spa" {...stray} />;
      const [name] = Object.keys(stray);
      expect(caught(element)).toMatchObject({ message: expect.stringContaining(`"${name}"`) });
    }
  });
});

test("the index has the core's names too", () => {
  expect(typeof createAuthClient).toBe("function");
});
