// @vitest-environment node
import { createFakeClient, fakeUser } from "@portico/core/testing";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  Auth0Provider,
  useAuth0,
  useCheckSession,
  useLogin,
  useLogout,
  useSession,
  useSignup,
  useUser,
} from "../index.js";

function Everything() {
  const states = [useLogin(), useSignup(), useLogout(), useCheckSession()].map(
    ({ state }) => state.status,
  );
  const { isLoading, isAuthenticated } = useAuth0();
  const facts = {
    isLoading,
    isAuthenticated,
    session: useSession().status,
    user: useUser() ?? null,
  };
  return <p>{JSON.stringify({ ...facts, states })}</p>;
}

const spies = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
beforeEach(() => spies.forEach((spy) => spy.mockClear()));
afterEach(() => {
  const warnings = spies.flatMap((spy) => spy.mock.calls);
  if (warnings.length > 0) throw new Error(`React warned: ${warnings.join()}`);
});

const unescape = (html: string) => html.replaceAll("&quot;", '"');
const starting =
  '<p>{"isLoading":true,"isAuthenticated":false,"session":"starting","user":null,"states":["idle","idle","idle","idle"]}</p>';

test("there is no window here", () => {
  expect(typeof window).toBe("undefined");
});

test("renders on a server as starting, without a window and without a warning", () => {
  const html = renderToString(
    <Auth0Provider domain="example.eu.auth0.com" clientId="spa">
      <Everything />
    </Auth0Provider>,
  );
  expect(unescape(html)).toBe(starting);
});

test("does not start a client there, nor show who a client knows", () => {
  const start = vi.fn();
  const client = createFakeClient({ user: fakeUser, start });
  const html = renderToString(
    <Auth0Provider client={client}>
      <Everything />
    </Auth0Provider>,
  );
  expect(unescape(html)).toBe(starting);
  expect(start).not.toHaveBeenCalled();
});
