import type { AuthClient, Management } from "@portico/core";
import { createFakeClient, fakeError, fakeUser } from "@portico/core/testing";
import { QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import { Suspense, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { Boundary } from "../../test/boundary.js";
import { ada, eve, profileOf, within } from "../../test/managed.js";
import { mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useAuthClient } from "../provider/auth-context.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { useUser } from "../session/use-user.js";
import { profileOptions } from "./profile-options.js";
import { useProfile } from "./use-profile.js";

keepConsoleQuiet();

function Theme({ sub }: { readonly sub: string }) {
  const { data } = useSuspenseQuery(profileOptions(useAuthClient(), sub));
  return <p>{`theme: ${String(data.userMetadata["theme"])}`}</p>;
}

function Account() {
  const user = useUser();
  return user ? <Theme sub={user.sub} /> : null;
}

function show(client: AuthClient, tree: ReactNode, queryClient = new QueryClient()) {
  const thrown: unknown[] = [];
  render(
    within(queryClient)(
      <Auth0Provider client={client}>
        <Boundary onCatch={(error) => thrown.push(error)}>
          <Suspense fallback={<p>One moment</p>}>{tree}</Suspense>
        </Boundary>
      </Auth0Provider>,
    ),
  );
  return thrown;
}

function clientWith(getUser: Management["getUser"]) {
  const asked = vi.fn(getUser);
  return { asked, client: createFakeClient({ user: fakeUser, management: { getUser: asked } }) };
}

test("useSuspenseQuery waits for the profile", async () => {
  const { client, asked } = clientWith(async (id) => profileOf(id, { theme: "dark" }));
  show(client, <Account />);
  expect(screen.getByText("One moment")).toBeDefined();
  expect(await screen.findByText("theme: dark")).toBeDefined();
  expect(asked).toHaveBeenCalledOnce();
});

test("what a loader has fetched ahead is there at once, for the hooks too", async () => {
  const { client, asked } = clientWith(async (id) => profileOf(id, { theme: "dark" }));
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(profileOptions(client, ada));
  show(client, <Account />, queryClient);
  expect(screen.getByText("theme: dark")).toBeDefined();
  const { result } = mountWith(client, useProfile, within(queryClient));
  expect(result.current).toMatchObject({ status: "succeeded", profile: { userId: ada } });
  expect(asked).toHaveBeenCalledOnce();
});

test("a loader gets the profile, and the failure as an AuthError", async () => {
  const error = fakeError("access_denied");
  const queryClient = new QueryClient();
  const good = clientWith(async (id) => profileOf(id));
  expect(await queryClient.fetchQuery(profileOptions(good.client, ada))).toEqual(profileOf(ada));
  const bad = clientWith(() => Promise.reject(error));
  await expect(queryClient.fetchQuery(profileOptions(bad.client, ada))).rejects.toBe(error);
  expect(bad.asked).toHaveBeenCalledOnce();
});

test("what an update has changed, other readers of the entry see when it has happened", async () => {
  const client = createFakeClient({ user: fakeUser });
  const queryClient = new QueryClient();
  show(client, <Account />, queryClient);
  expect(await screen.findByText("theme: undefined")).toBeDefined();
  const { result } = mountWith(client, useProfile, within(queryClient));
  await act(() => result.current.updateMetadata({ theme: "dark" }));
  expect(await screen.findByText("theme: dark")).toBeDefined();
});

test("nobody but whoever is signed in is asked for, and the refusal comes to an end", async () => {
  const { client, asked } = clientWith(async (id, options) => {
    if (options?.signal?.aborted) throw fakeError("aborted");
    return profileOf(id);
  });
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const quiet = (event: ErrorEvent) => event.preventDefault();
  window.addEventListener("error", quiet);
  const thrown = show(client, <Theme sub={eve.sub} />);
  await waitFor(() => expect(thrown).toMatchObject([{ code: "aborted" }]));
  expect(asked).toHaveBeenCalledOnce();
  window.removeEventListener("error", quiet);
  complaints.mockClear();
});
