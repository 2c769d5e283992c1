import { createFakeClient, fakeUser } from "@portico/core/testing";
import { QueryClient } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { canary } from "../../test/flow-contract.js";
import { contentOf, within } from "../../test/managed.js";
import { mountHook } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { signedInAs } from "../../test/staged-client.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { useLogin } from "../flows/use-login.js";
import { useIdentities } from "./use-identities.js";
import { useLinkIdentity } from "./use-link-identity.js";
import { useProfile } from "./use-profile.js";
import { useUnlinkIdentity } from "./use-unlink-identity.js";

keepConsoleQuiet();

function Name() {
  const { status, profile } = useProfile();
  return <output>{status === "succeeded" ? profile.name : status}</output>;
}

test("what the server rendered is taken over without a complaint, then the profile comes", async () => {
  const tree = (
    <Auth0Provider client={createFakeClient({ user: fakeUser })} initialState={signedInAs()}>
      <Name />
    </Auth0Provider>
  );
  const container = document.createElement("div");
  document.body.append(container);
  container.innerHTML = renderToString(tree);
  expect(container.textContent).toBe("idle");
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(container, tree, { onRecoverableError }));
  expect(await screen.findByText("Ada Lovelace")).toBeDefined();
  expect(onRecoverableError).not.toHaveBeenCalled();
  act(() => root.unmount());
  container.remove();
});

test("no step of the account page leaves a token or a password in the cache or in what the hooks give", async () => {
  const queryClient = new QueryClient();
  const seen: string[] = [];
  const use = () => {
    const all = {
      login: useLogin(),
      profile: useProfile(),
      accounts: useIdentities(),
      linking: useLinkIdentity(),
      unlinking: useUnlinkIdentity(),
    };
    seen.push(JSON.stringify(all), contentOf(queryClient));
    return all;
  };
  const { result } = mountHook(use, {}, within(queryClient));
  const page = () => result.current;

  await act(() => page().login.login({ email: "ada@example.com", password: canary }));
  await waitFor(() => expect(page().accounts.identities).toHaveLength(1));
  await act(() => page().profile.updateMetadata({ theme: "dark" }));
  await act(async () => {
    const { linking } = page();
    if (linking.step === "prove") await linking.prove();
  });
  await act(async () => {
    const { linking } = page();
    if (linking.step === "confirm") await linking.link();
  });
  await waitFor(() => expect(page().accounts.identities).toHaveLength(2));
  const [, linked] = page().accounts.identities ?? [];
  await act(async () => linked && page().unlinking.unlinkIdentity(linked));
  await waitFor(() => expect(page().accounts.identities).toHaveLength(1));

  expect(page().linking.step).toBe("done");
  expect(page().profile.profile?.userMetadata).toEqual({ theme: "dark" });
  const text = [...seen, contentOf(queryClient)].join();
  expect(text).toContain("Ada Lovelace");
  for (const secret of [canary, "fake-access-token", "fake-id-token"]) {
    expect(text).not.toContain(secret);
  }
});
