// @vitest-environment node
import { createFakeClient } from "@portico/core/testing";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { anonymous, signedInAs } from "../../test/staged-client.js";
import {
  AuthCallback,
  Auth0Provider,
  PopupCallback,
  RequireAuth,
  SessionGate,
  withAuthenticationRequired,
  type Auth0ProviderProps,
} from "../index.js";

const loginWithConnection = vi.fn();
const client = createFakeClient({ loginWithConnection });
const Inbox = withAuthenticationRequired(() => <>in </>, { fallback: "wait " });

const render = (props: Pick<Auth0ProviderProps, "initialState" | "skipRedirectCallback"> = {}) =>
  renderToString(
    <Auth0Provider client={client} {...props}>
      <RequireAuth fallback="wait ">{"in "}</RequireAuth>
      <Inbox />
      <SessionGate fallback="wait " anonymous="out ">
        {"in "}
      </SessionGate>
      <AuthCallback fallback="wait ">{"in "}</AuthCallback>
      <PopupCallback fallback="wait">in</PopupCallback>
    </Auth0Provider>,
  ).replaceAll("<!-- -->", "");

test("on a server everybody waits, and nobody leaves", () => {
  expect(render()).toBe("wait wait wait wait wait");
  expect(render({ skipRedirectCallback: true })).toBe("wait wait wait wait wait");
  expect(loginWithConnection).not.toHaveBeenCalled();
});

test("on a server that knows the session, it is shown; a callback waits all the same", () => {
  expect(render({ initialState: signedInAs() })).toBe("in in in wait wait");
  expect(render({ initialState: anonymous })).toBe("wait wait out wait wait");
  expect(loginWithConnection).not.toHaveBeenCalled();
});
