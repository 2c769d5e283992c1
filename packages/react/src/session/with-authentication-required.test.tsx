import type { AuthClient } from "@portico/core";
import { fakeError } from "@portico/core/testing";
import { act, cleanup, render } from "@testing-library/react";
import { StrictMode, type ComponentType } from "react";
import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from "vitest";
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

async function mount(Required: ComponentType<{ folder: string }>, initial = anonymous) {
  const login = vi.fn<AuthClient["loginWithConnection"]>(async () => ({ kind: "redirecting" }));
  const stage = stagedClient(initial, { loginWithConnection: login });
  const { container } = await act(async () =>
    render(
      <Auth0Provider client={stage.client}>
        <Required folder="drafts" />
      </Auth0Provider>,
      { wrapper: StrictMode },
    ),
  );
  return { ...stage, login, text: () => container.textContent };
}

test("gives the component its properties once somebody is signed in", async () => {
  const Required = withAuthenticationRequired(Inbox, { fallback: "one moment" });
  expectTypeOf(Required).toEqualTypeOf<ComponentType<{ readonly folder: string }>>();
  const { show, text, login } = await mount(Required, starting);
  expect(text()).toBe("one moment");
  act(() => show(signedInAs()));
  expect(text()).toBe("drafts");
  expect(login).not.toHaveBeenCalled();
});

test("leaves once, under StrictMode too, and comes back to this page", async () => {
  const Required = withAuthenticationRequired(Inbox, { login: { connection: "github" } });
  const { login } = await mount(Required);
  const appState = { returnTo: "/inbox?page=2#top" };
  expect(login.mock.calls).toEqual([[{ connection: "github", appState }]]);
});

test("needs no options", async () => {
  const { login, text } = await mount(withAuthenticationRequired(Inbox));
  expect(login.mock.calls).toEqual([[{ appState: { returnTo: "/inbox?page=2#top" } }]]);
  expect(text()).toBe("");
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
