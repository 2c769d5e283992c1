import { fakeError, fakeUser } from "@portico/core/testing";
import { act, cleanup, render } from "@testing-library/react";
import { lazy, startTransition, StrictMode, Suspense, useState, type ReactNode } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, signedInAs, stagedClient, starting } from "../../test/staged-client.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { RequireAuth } from "./require-auth.js";
import { SessionGate, type SessionGateProps } from "./session-gate.js";

keepConsoleQuiet();
const recovered = vi.fn();
afterEach(() => {
  cleanup();
});

function mount(props: SessionGateProps, initial = starting) {
  const stage = stagedClient(initial);
  const { container } = render(
    <Auth0Provider client={stage.client}>
      <SessionGate {...props} />
    </Auth0Provider>,
    { wrapper: StrictMode },
  );
  return { ...stage, text: () => container.textContent };
}

describe("shows", () => {
  test("its fallback, then one of its two sides, as the session goes", () => {
    const gate = mount({ fallback: "wait", anonymous: "out", children: "in" });
    expect(gate.text()).toBe("wait");
    act(() => gate.show(anonymous));
    expect(gate.text()).toBe("out");
    act(() => gate.show(signedInAs()));
    expect(gate.text()).toBe("in");
    act(() => gate.show({ status: "anonymous", reason: "signed_out" }));
    expect(gate.text()).toBe("out");
  });

  test("nothing where it was given nothing", () => {
    const gate = mount({});
    for (const state of [starting, anonymous, signedInAs()]) {
      act(() => gate.show(state));
      expect(gate.text()).toBe("");
    }
  });

  test("what its functions make of the session and of the reason", () => {
    const gate = mount({
      anonymous: (state) => `${state.reason ?? "nobody"} ${state.error?.code ?? ""}`,
      children: ({ user }) => `Hello ${user.name}`,
    });
    const error = fakeError("timeout", { deadline: 1 });
    act(() => gate.show({ status: "anonymous", reason: "unknown", error }));
    expect(gate.text()).toBe("unknown timeout");
    act(() => gate.show(signedInAs({ sub: "ada", name: "Ada" })));
    expect(gate.text()).toBe("Hello Ada");
    act(() => gate.show(signedInAs({ sub: "ada", name: "Grace" })));
    expect(gate.text()).toBe("Hello Grace");
  });
});

/** A component that arrives when the test says so. */
function late(text: string) {
  let arrive!: () => void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const Late = lazy(async () => {
    await arrived;
    return { default: () => <b>{text}</b> };
  });
  return { Late, arrive };
}

describe.each([
  ["SessionGate", (children: ReactNode) => <SessionGate fallback="wait">{children}</SessionGate>],
  ["RequireAuth", (children: ReactNode) => <RequireAuth fallback="wait">{children}</RequireAuth>],
])("around lazy children, %s", (_name, gate) => {
  let root: Root | undefined;
  afterEach(() => act(() => root?.unmount()));

  test.each([
    ["the same user", signedInAs()],
    ["another user", signedInAs({ sub: "bob" })],
  ])("hydrates a boundary that has not arrived while the client finds %s", async (_who, found) => {
    const ready = late("the page");
    ready.arrive();
    const waiting = late("the page");
    const stage = stagedClient(starting);
    // The server has the component; the page gets it later.
    const tree = ({ Late }: { Late: typeof ready.Late }) => (
      <Auth0Provider client={stage.client} initialState={signedInAs()}>
        {gate(
          <Suspense fallback="loading">
            <Late />
          </Suspense>,
        )}
      </Auth0Provider>
    );
    const Here = () => <b>the page</b>;
    const container = document.createElement("div");
    container.innerHTML = renderToString(tree({ Late: Here as unknown as typeof ready.Late }));
    expect(container.textContent).toBe("the page");
    await act(async () => {
      root = hydrateRoot(container, tree(waiting), { onRecoverableError: recovered });
    });
    expect(container.textContent).toBe("the page");
    act(() => stage.show(found));
    expect(container.textContent).toBe("the page");
    await act(async () => waiting.arrive());
    expect(container.textContent).toBe("the page");
    expect(recovered).not.toHaveBeenCalled();
  });

  test("shows no fallback again for an update in a transition", async () => {
    const next = late("the next page");
    let go!: (to: "next") => void;
    function Pages() {
      const [page, setPage] = useState<"first" | "next">("first");
      go = setPage;
      return (
        <Suspense fallback="loading">
          {page === "first" ? "the first page" : <next.Late />}
        </Suspense>
      );
    }
    const stage = stagedClient(signedInAs(fakeUser));
    const { container } = render(
      <Auth0Provider client={stage.client}>{gate(<Pages />)}</Auth0Provider>,
    );
    await act(async () => startTransition(() => go("next")));
    expect(container.textContent).toBe("the first page");
    // The tokens were renewed meanwhile.
    act(() => stage.show(signedInAs(fakeUser)));
    expect(container.textContent).toBe("the first page");
    await act(async () => next.arrive());
    expect(container.textContent).toBe("the next page");
  });
});
