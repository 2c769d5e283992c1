// @vitest-environment node
import { createFakeClient, fakeChallenge, fakeUser } from "@portico/core/testing";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { signedInAs } from "../../test/staged-client.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import * as portico from "../index.js";

keepConsoleQuiet();

const { Auth0Provider } = portico;
const has = (part: object): unknown => expect.objectContaining(part);
const idle = { state: { status: "idle" } };

/** Every hook, and what it gives where nothing is known yet. */
const hooks: Readonly<Record<string, { use: () => unknown; gives: unknown }>> = {
  useAccessToken: { use: () => typeof portico.useAccessToken(), gives: "function" },
  useAuth0: {
    use: portico.useAuth0,
    gives: has({ isLoading: true, isAuthenticated: false }),
  },
  useAuthClient: { use: () => typeof portico.useAuthClient().login, gives: "function" },
  useCheckSession: {
    use: () => portico.useCheckSession({ onMount: true, pollInterval: 900 }),
    gives: has(idle),
  },
  useCountdown: { use: () => portico.useCountdown(Date.now() + 30_000), gives: 0 },
  useIdentities: { use: portico.useIdentities, gives: has({ status: "idle" }) },
  useLastSignIn: { use: portico.useLastSignIn, gives: {} },
  useLinkIdentity: { use: portico.useLinkIdentity, gives: has({ step: "prove", ...idle }) },
  useLogin: { use: portico.useLogin, gives: has(idle) },
  useLoginWithConnection: { use: portico.useLoginWithConnection, gives: has(idle) },
  useLogout: { use: portico.useLogout, gives: has(idle) },
  useManagement: { use: () => typeof portico.useManagement().linkIdentity, gives: "function" },
  useMfa: {
    use: () => portico.useMfa(fakeChallenge),
    gives: has({ step: "choose", listing: { status: "idle" }, ...idle }),
  },
  usePasswordless: { use: portico.usePasswordless, gives: has({ step: "start", ...idle }) },
  useProfile: { use: portico.useProfile, gives: has({ status: "idle" }) },
  useReauthenticate: { use: portico.useReauthenticate, gives: has(idle) },
  useResetPassword: { use: portico.useResetPassword, gives: has(idle) },
  useSession: { use: () => portico.useSession(), gives: has({ status: "starting" }) },
  useSignup: { use: portico.useSignup, gives: has(idle) },
  useUnlinkIdentity: { use: portico.useUnlinkIdentity, gives: has(idle) },
  useUser: { use: () => portico.useUser() ?? null, gives: null },
};

/** What the hook gives, once rendered; functions and the client are left out. */
function rendered(use: () => unknown, wrap: (child: ReactNode) => ReactNode): unknown {
  const given: unknown[] = [];
  function Probe() {
    given.push(use());
    return null;
  }
  renderToString(wrap(<Probe />));
  const [result] = given;
  return JSON.parse(JSON.stringify(result, (key, value) => (key === "client" ? undefined : value)));
}

test("there is no window here", () => {
  expect(typeof window).toBe("undefined");
});

test("no hook is left out here", () => {
  const names = Object.keys(portico).filter((name) => /^use[A-Z]/.test(name));
  expect(Object.keys(hooks)).toEqual(names.toSorted());
});

describe("on a server that knows nothing, without a window and without a warning", () => {
  const start = vi.fn();
  // Whom the client knows is nothing that the page could have known when it was rendered.
  const client = createFakeClient({ user: fakeUser, start });

  test.each(Object.entries(hooks))("%s waits", (_name, { use, gives }) => {
    const wrap = (child: ReactNode) => <Auth0Provider client={client}>{child}</Auth0Provider>;
    expect(rendered(use, wrap)).toEqual(gives);
    expect(start).not.toHaveBeenCalled();
  });
});

test("a provider with a configuration makes its client, and starts it later", () => {
  const fetched = vi.spyOn(globalThis, "fetch");
  const status = rendered(
    () => portico.useAuthClient().session.get().status,
    (child) => (
      <Auth0Provider domain="example.eu.auth0.com" clientId="spa">
        {child}
      </Auth0Provider>
    ),
  );
  expect(status).toBe("starting");
  expect(fetched).not.toHaveBeenCalled();
});

test("a server that knows the user says so to every hook of the session, and to no other", () => {
  const wrap = (child: ReactNode) => (
    <Auth0Provider client={createFakeClient({ starting: true })} initialState={signedInAs()}>
      {child}
    </Auth0Provider>
  );
  expect(rendered(portico.useUser, wrap)).toEqual(fakeUser);
  expect(rendered(portico.useAuth0, wrap)).toMatchObject({
    isLoading: false,
    isAuthenticated: true,
  });
  expect(rendered(() => portico.useSession().status, wrap)).toBe("authenticated");
  expect(rendered(portico.useProfile, wrap)).toMatchObject({ status: "idle" });
});
