// @vitest-environment node
import type { Management } from "@portico/core";
import { createFakeClient, fakeUser } from "@portico/core/testing";
import { dehydrate, QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { profileOf, within } from "../../test/managed.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { signedInAs } from "../../test/staged-client.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { useIdentities } from "./use-identities.js";
import { useLinkIdentity } from "./use-link-identity.js";
import { useProfile } from "./use-profile.js";
import { useUnlinkIdentity } from "./use-unlink-identity.js";

keepConsoleQuiet();

function Everything() {
  const facts = [
    useProfile().status,
    useIdentities().status,
    useLinkIdentity().step,
    useUnlinkIdentity().state.status,
  ];
  return <p>{facts.join()}</p>;
}

test.each([
  ["the app's QueryClient", true],
  ["none", false],
])("a server with %s asks nothing, whoever is shown as signed in", (_what, ownClient) => {
  const getUser = vi.fn<Management["getUser"]>(async (id) => profileOf(id));
  const client = createFakeClient({ user: fakeUser, management: { getUser } });
  const queryClient = new QueryClient();
  const tree = (
    <Auth0Provider client={client} initialState={signedInAs()}>
      <Everything />
    </Auth0Provider>
  );
  expect(renderToString(ownClient ? within(queryClient)(tree) : tree)).toBe(
    "<p>idle,idle,prove,idle</p>",
  );
  expect(typeof window).toBe("undefined");
  expect(getUser).not.toHaveBeenCalled();
  expect(dehydrate(queryClient).queries).toEqual([]);
});
