import type { AuthClient } from "@portico/core";
import { fakeError } from "@portico/core/testing";
import { act, cleanup, render } from "@testing-library/react";
import { StrictMode, type ComponentType } from "react";
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, signedInAs, stagedClient, starting } from "../../test/staged-client.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { withAuthenticationRequired } from "./with-authentication-required.js";

keepConsoleQuiet();
const home = window.location.href;
beforeEach(() => {
  window.history.replaceState(null, "", "/inbox?page=2#top");
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", home);
});

function Inbox({ folder }: { readonly folder: string }) {
  return <p>{folder}</p>;
}

async function mount(
  Required: ComponentType<{ folder: string }>,
  initial = anonymous,
  loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(async () => ({
    kind: "redirecting",
  })),
) {
  const stage = stagedClient(initial, { loginWithConnection });
  const { container } = await act(async () =>
    render(
      <Auth0Provider client={stage.client}>
        <Required folder="drafts" />
      </Auth0Provider>,
      { wrapper: StrictMode },
    ),
  );
  return { ...stage, login: loginWithConnection, text: () => container.textContent };
}

test("gives the component its properties once somebody is signed in", async () => {
  const onRedirecting = vi.fn(() => <p>leaving</p>);
  const Required = withAuthenticationRequired(Inbox, { onRedirecting });
  expectTypeOf(Required).toEqualTypeOf<ComponentType<{ readonly folder: string }>>();
  const { show, text, login } = await mount(Required, starting);
  expect(text()).toBe("leaving");
  act(() => show(signedInAs()));
  expect(text()).toBe("drafts");
  expect(login).not.toHaveBeenCalled();
});

describe("leaves once, under StrictMode too,", () => {
  test("for this page where nothing else is said", async () => {
    const { login, text } = await mount(withAuthenticationRequired(Inbox));
    expect(login).toHaveBeenCalledOnce();
    expect(login.mock.calls[0]?.[0]?.appState).toEqual({ returnTo: "/inbox?page=2#top" });
    expect(text()).toBe("");
  });

  test.each<[string, string | (() => string)]>([
    ["a path", "/drafts"],
    ["a function", () => "/drafts"],
  ])("and comes back to %s that was given, whatever the login's options say", async (_what, to) => {
    const loginOptions = {
      authorizationParams: { connection: "github", screen_hint: "signup" },
      appState: { from: "inbox", returnTo: "/elsewhere" },
    };
    const Required = withAuthenticationRequired(Inbox, { returnTo: to, loginOptions });
    const { login } = await mount(Required);
    expect(login).toHaveBeenCalledOnce();
    expect(login.mock.calls[0]?.[0]).toMatchObject({
      connection: "github",
      extra: { screen_hint: "signup" },
      appState: { from: "inbox", returnTo: "/drafts" },
    });
  });

  test("after a sign-out elsewhere too, and then has the tenant ask", async () => {
    const { login, show } = await mount(withAuthenticationRequired(Inbox), signedInAs());
    await act(async () => show({ status: "anonymous", reason: "signed_out_elsewhere" }));
    expect(login).toHaveBeenCalledOnce();
    expect(login.mock.calls[0]?.[0]).toMatchObject({ prompt: "login" });
  });

  test("after what has to happen before", async () => {
    const order: string[] = [];
    let done!: () => void;
    const onBeforeAuthentication = async () => {
      order.push("before");
      await new Promise<void>((resolve) => (done = resolve));
    };
    const login = vi.fn<AuthClient["loginWithConnection"]>(async () => {
      order.push("login");
      return { kind: "redirecting" };
    });
    const Required = withAuthenticationRequired(Inbox, { onBeforeAuthentication });
    await mount(Required, anonymous, login);
    expect(order).toEqual(["before"]);
    await act(async () => done());
    expect(order).toEqual(["before", "login"]);
  });
});

test("shows a failure and a sign-out with what it was given for them", async () => {
  const Required = withAuthenticationRequired(Inbox, {
    failed: (error) => <p>{error.code}</p>,
    signedOut: "see you",
  });
  const error = fakeError("access_denied");
  const { show, text, login } = await mount(Required, {
    status: "anonymous",
    reason: "unknown",
    error,
  });
  expect(text()).toBe("access_denied");
  await act(async () => show({ status: "anonymous", reason: "signed_out" }));
  expect(text()).toBe("see you");
  expect(login).not.toHaveBeenCalled();
});

test("renders the component no more often than it has a reason to", async () => {
  const renders = vi.fn();
  const Required = withAuthenticationRequired(function Page({
    folder,
  }: {
    readonly folder: string;
  }) {
    renders();
    return folder;
  });
  const { show } = await mount(Required, signedInAs());
  renders.mockClear();
  // The same user with other tokens.
  act(() => show(signedInAs()));
  expect(renders).not.toHaveBeenCalled();
});

test("is called by its component's name", () => {
  expect(withAuthenticationRequired(Inbox).displayName).toBe("withAuthenticationRequired(Inbox)");
  const Named = Object.assign(() => null, { displayName: "Drafts" });
  expect(withAuthenticationRequired(Named).displayName).toBe("withAuthenticationRequired(Drafts)");
});
