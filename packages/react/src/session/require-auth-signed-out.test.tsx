import type { AuthClient, SessionState } from "@portico/core";
import { act, cleanup, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { signedInAs, stagedClient } from "../../test/staged-client.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { RequireAuth, type RequireAuthProps } from "./require-auth.js";

keepConsoleQuiet();
const home = window.location.href;
beforeEach(() => {
  window.history.replaceState(null, "", "/inbox?page=2#top");
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", home);
});

const appState = { returnTo: "/inbox?page=2#top" };
const out: SessionState = { status: "anonymous", reason: "signed_out" };
const outElsewhere: SessionState = { status: "anonymous", reason: "signed_out_elsewhere" };

/** A page that somebody who is signed in looks at. */
async function mount(props: RequireAuthProps = {}) {
  const login = vi.fn<AuthClient["loginWithConnection"]>(async () => ({ kind: "redirecting" }));
  const { client, show } = stagedClient(signedInAs(), { loginWithConnection: login });
  const { container } = await act(async () =>
    render(
      <Auth0Provider client={client}>
        <RequireAuth fallback="wait" {...props}>
          the inbox
        </RequireAuth>
      </Auth0Provider>,
      { wrapper: StrictMode },
    ),
  );
  return {
    login,
    show: (state: SessionState) => act(async () => show(state)),
    text: () => container.textContent,
  };
}

/** The browser brings the page back, as it was. */
function comeBack(): Promise<void> {
  const persisted = new PageTransitionEvent("pageshow", { persisted: true });
  return act(async () => void window.dispatchEvent(persisted));
}

test("after one by this page it does nothing, since the logout is about to leave", async () => {
  const { login, show, text } = await mount();
  await show(out);
  expect(text()).toBe("wait");
  expect(login).not.toHaveBeenCalled();
});

test("a page that its logout has left does not wait for ever when the reader comes back", async () => {
  const { login, show } = await mount();
  await show(out);
  await comeBack();
  expect(login.mock.calls).toEqual([[{ prompt: "login", appState }]]);
});

test("after one elsewhere it asks again, and has the tenant ask too", async () => {
  const { login, show } = await mount();
  await show(outElsewhere);
  expect(login.mock.calls).toEqual([[{ prompt: "login", appState }]]);
});

test("a login of the app's own is told to have the tenant ask", async () => {
  const login = vi.fn<(returnTo: string, asked: object) => void>();
  const { show } = await mount({ login });
  await show(outElsewhere);
  expect(login.mock.calls).toEqual([[appState.returnTo, { prompt: "login" }]]);
});

test.each([out, outElsewhere])("it shows what is meant for it: %o", async (state) => {
  const signedOut = (again: () => void) => <button onClick={again}>Sign in again</button>;
  const { login, show, text } = await mount({ signedOut });
  await show(state);
  await comeBack();
  expect(text()).toBe("Sign in again");
  expect(login).not.toHaveBeenCalled();
  await act(async () => screen.getByRole("button").click());
  expect(login.mock.calls).toEqual([[{ appState }]]);
  expect(text()).toBe("wait");
});
