import type { SessionState } from "@portico/core";
import { fakeUser } from "@portico/core/testing";
import { act, cleanup, waitFor } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, signedInAs, stagedClient, starting } from "../../test/staged-client.js";
import { createAuthClient, SessionGate, useAuth0, useSession, useUser } from "../index.js";
import { Auth0Provider } from "./auth0-provider.js";

keepConsoleQuiet();
const complaints = vi.fn();
let root: Root | undefined;

beforeEach(() => {
  complaints.mockClear();
});
afterEach(() => {
  act(() => root?.unmount());
  root = undefined;
  cleanup();
});

const shown: string[] = [];
function Greeting() {
  const { isLoading } = useAuth0();
  const text = `${useSession().status} ${useUser()?.name ?? "nobody"}${isLoading ? "…" : ""}`;
  shown.push(text);
  return <p>{text}</p>;
}

/** Renders on a server, then hydrates; gives the server's markup and the page's. */
async function hydrate(tree: (children: ReactNode) => ReactNode, onServer = tree) {
  const markup = renderToString(onServer(<Greeting />));
  const container = document.createElement("div");
  container.innerHTML = markup;
  shown.length = 0;
  await act(async () => {
    root = hydrateRoot(container, tree(<Greeting />), { onRecoverableError: complaints });
  });
  return { markup, container };
}

const ada = signedInAs({ ...fakeUser, name: "Ada" });

describe.each([
  ["plainly", (tree: ReactNode) => tree],
  ["under StrictMode", (tree: ReactNode) => <StrictMode>{tree}</StrictMode>],
])("an initial state, %s", (_how, wrap) => {
  test.each<[string, SessionState, string]>([
    ["the same user", signedInAs({ ...fakeUser, name: "Ada" }), "authenticated Ada"],
    ["another user", signedInAs({ sub: "auth0|bob", name: "Bob" }), "authenticated Bob"],
    ["nobody", anonymous, "anonymous nobody"],
  ])("is shown on the server and until the client has found %s", async (_who, found, text) => {
    const stage = stagedClient(starting);
    const { markup, container } = await hydrate((children) =>
      wrap(
        <Auth0Provider client={stage.client} initialState={ada}>
          {children}
        </Auth0Provider>,
      ),
    );
    expect(markup).toContain("authenticated Ada");
    expect(container.textContent).toBe("authenticated Ada");
    act(() => stage.show(found));
    expect(container.textContent).toBe(text);
    expect(new Set(shown)).toEqual(new Set(["authenticated Ada", text]));
    expect(complaints).not.toHaveBeenCalled();
  });

  test("gives way in the first page to what a client knows already", async () => {
    const stage = stagedClient(signedInAs({ sub: "auth0|bob", name: "Bob" }));
    const { container } = await hydrate((children) =>
      wrap(
        <Auth0Provider client={stage.client} initialState={ada}>
          {children}
        </Auth0Provider>,
      ),
    );
    // What the server wrote is taken over first, or the page would not fit it.
    expect(shown[0]).toBe("authenticated Ada");
    expect(container.textContent).toBe("authenticated Bob");
    expect(complaints).not.toHaveBeenCalled();
  });
});

test("an initial state is read once", async () => {
  const stage = stagedClient(starting);
  const tree = (initialState: SessionState) => (
    <Auth0Provider client={stage.client} initialState={initialState}>
      <Greeting />
    </Auth0Provider>
  );
  const { container } = await hydrate(() => tree(ada));
  act(() => root?.render(tree(anonymous)));
  expect(container.textContent).toBe("authenticated Ada");
});

test("an initial state that nobody is signed in shows no waiting", async () => {
  const stage = stagedClient(starting);
  const { markup } = await hydrate(() => (
    <Auth0Provider client={stage.client} initialState={anonymous}>
      <SessionGate fallback="waiting" anonymous="a stranger">
        a friend
      </SessionGate>
    </Auth0Provider>
  ));
  expect(markup).toBe("a stranger");
});

test("no token comes of an initial state", async () => {
  const client = createAuthClient({
    domain: "tenant.invalid",
    clientId: "spa",
    checkSessionOnStart: false,
  });
  const { markup, container } = await hydrate((children) => (
    <Auth0Provider client={client} initialState={ada}>
      {children}
    </Auth0Provider>
  ));
  expect(markup).toContain("authenticated Ada");
  await waitFor(() => expect(container.textContent).toBe("anonymous nobody"));
  await expect(client.getAccessToken()).rejects.toMatchObject({ code: "login_required" });
  expect(client.getIdToken()).toBeUndefined();
});
