import { createFakeClient, createFakeEngine, fakeUser } from "@portico/core/testing";
import { act, render, screen, waitFor } from "@testing-library/react";
import { StrictMode } from "react";
import { expect, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { createAuthClient, useAuthClient, useLogin, useUser, type AuthClient } from "../index.js";
import { Auth0Provider } from "./auth0-provider.js";

keepConsoleQuiet();

function Greeting({ label }: { readonly label: string }) {
  return <output aria-label={label}>{useUser()?.name ?? "nobody"}</output>;
}

const textOf = (label: string) => screen.getByRole("status", { name: label }).textContent;
const bob = { sub: "auth0|bob", name: "Bob" };

test("side by side, each speaks for what is inside it", async () => {
  const clients = { left: createFakeClient(), right: createFakeClient({ user: bob }) };
  function Login() {
    const { login } = useLogin();
    return <button onClick={() => void login({ email: "a@b.example", password: "x" })}>go</button>;
  }
  render(
    <>
      <Auth0Provider client={clients.left}>
        <Greeting label="left" />
        <Login />
      </Auth0Provider>
      <Auth0Provider client={clients.right}>
        <Greeting label="right" />
      </Auth0Provider>
    </>,
  );
  expect([textOf("left"), textOf("right")]).toEqual(["nobody", "Bob"]);
  await act(async () => screen.getByRole("button").click());
  expect([textOf("left"), textOf("right")]).toEqual([fakeUser.name, "Bob"]);
  await act(() => clients.right.logout());
  expect([textOf("left"), textOf("right")]).toEqual([fakeUser.name, "nobody"]);
});

test("nested, the nearest one wins, and the outer one goes on around it", () => {
  const seen = new Map<string, AuthClient>();
  function See({ label }: { readonly label: string }) {
    seen.set(label, useAuthClient());
    return <Greeting label={label} />;
  }
  const outer = createFakeClient({ user: fakeUser });
  const inner = createFakeClient({ user: bob });
  render(
    <Auth0Provider client={outer}>
      <See label="before" />
      <Auth0Provider client={inner}>
        <See label="inside" />
      </Auth0Provider>
      <See label="after" />
    </Auth0Provider>,
  );
  expect(Object.fromEntries(seen)).toEqual({ before: outer, inside: inner, after: outer });
  expect([textOf("before"), textOf("inside"), textOf("after")]).toEqual([
    fakeUser.name,
    "Bob",
    fakeUser.name,
  ]);
});

test("two configurations of one page start a client each, with a session each", async () => {
  const config = { domain: "tenant.invalid", checkSessionOnStart: true };
  render(
    <StrictMode>
      <Auth0Provider {...config} clientId="one" engine={createFakeEngine({ user: fakeUser })}>
        <Greeting label="one" />
      </Auth0Provider>
      <Auth0Provider {...config} clientId="two" engine={createFakeEngine({ user: bob })}>
        <Greeting label="two" />
      </Auth0Provider>
    </StrictMode>,
  );
  await waitFor(() => expect([textOf("one"), textOf("two")]).toEqual([fakeUser.name, "Bob"]));
});

test("a client is stopped when the last of its providers is gone, and starts again with the next", () => {
  const start = vi.fn<AuthClient["start"]>(async () => ({ kind: "anonymous" }));
  const stop = vi.fn();
  const client = createFakeClient({ start, stop });
  const first = render(<Auth0Provider client={client} />, { wrapper: StrictMode });
  stop.mockClear();
  const second = render(<Auth0Provider client={client} />, { wrapper: StrictMode });
  first.unmount();
  expect(stop).not.toHaveBeenCalled();
  second.unmount();
  expect(stop).toHaveBeenCalledOnce();
  start.mockClear();
  render(<Auth0Provider client={client} />).unmount();
  expect(start).toHaveBeenCalledOnce();
  expect(stop).toHaveBeenCalledTimes(2);
});

test("the provider that stays goes on following other tabs", async () => {
  const config = { domain: "tenant.invalid", clientId: "shared" };
  const client = createAuthClient({ ...config, engine: createFakeEngine({ user: fakeUser }) });
  const other = createAuthClient({ ...config, engine: createFakeEngine() });
  const leaving = render(<Auth0Provider client={client} />);
  render(
    <Auth0Provider client={client}>
      <Greeting label="staying" />
    </Auth0Provider>,
  );
  await waitFor(() => expect(textOf("staying")).toBe(fakeUser.name));
  leaving.unmount();
  // The other tab: a client of the same application with a channel of its own.
  await other.logout({ local: true });
  await waitFor(() => expect(textOf("staying")).toBe("nobody"));
  expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
});
