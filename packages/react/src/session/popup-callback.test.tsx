import { createAuthClient } from "@portico/core";
import { createFakeEngine, fakeUser } from "@portico/core/testing";
import { render, waitFor } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { AuthCallback } from "./auth-callback.js";
import { PopupCallback } from "./popup-callback.js";

keepConsoleQuiet();
const home = window.location.href;
const page = `${window.location.origin}/popup`;
afterEach(() => {
  vi.restoreAllMocks();
  Object.defineProperty(window, "opener", { value: null, configurable: true });
  window.history.replaceState(null, "", home);
});

function mount(tree?: ReactNode) {
  const engine = createFakeEngine({ user: fakeUser });
  const config = { domain: "tenant.invalid", clientId: "spa", redirectUri: page };
  const client = createAuthClient({ ...config, engine });
  const { container } = render(
    <Auth0Provider client={client} skipRedirectCallback={!!tree}>
      {tree ?? <PopupCallback fallback="one moment">You can close this window.</PopupCallback>}
    </Auth0Provider>,
    { wrapper: StrictMode },
  );
  return { client, engine, container };
}

/** Another page has opened this one, and the response for it has come. */
function comeBack() {
  const close = vi.spyOn(window, "close").mockImplementation(() => {});
  const postMessage = vi.fn();
  Object.defineProperty(window, "opener", { value: { postMessage }, configurable: true });
  window.history.replaceState(null, "", "/popup?code=c&state=popup.s");
  return { close, postMessage };
}

test.each([
  ["PopupCallback", undefined],
  ["AuthCallback, which redeems its own", <AuthCallback key="own" fallback="one moment" />],
])("%s waits while the provider hands the response over and closes the window", async (_, tree) => {
  const { close, postMessage } = comeBack();
  const { client, engine, container } = mount(tree);
  expect(await client.start()).toEqual({ kind: "relayed" });
  expect(container.textContent).toBe("one moment");
  expect(postMessage).toHaveBeenCalledOnce();
  expect(postMessage.mock.calls[0]?.[0]).toMatchObject({ search: "?code=c&state=popup.s" });
  expect(close).toHaveBeenCalled();
  expect(window.location.search).toBe("");
  expect(engine.calls).toEqual([]);
});

test("says so where no window waits for it", async () => {
  window.history.replaceState(null, "", "/popup");
  const { container } = mount();
  expect(container.textContent).toBe("one moment");
  await waitFor(() => expect(container.textContent).toBe("You can close this window."));
});
