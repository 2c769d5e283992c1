import type { SessionState } from "@portico/core";
import { fakeUser } from "@portico/core/testing";
import { act, render, renderHook, screen } from "@testing-library/react";
import { startTransition, StrictMode, useState, type ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, signedInAs, stagedClient, starting } from "../../test/staged-client.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { useSession } from "./use-session.js";

keepConsoleQuiet();

const nameIn = (state: SessionState) =>
  state.status === "authenticated" ? state.session.user.name : undefined;
const statusOf = ({ status }: SessionState) => status;
const sameText = (before: unknown, now: unknown) => JSON.stringify(before) === JSON.stringify(now);

function mount<T>(use: () => T, initial: SessionState = anonymous) {
  const stage = stagedClient(initial);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <Auth0Provider client={stage.client}>{children}</Auth0Provider>
    </StrictMode>
  );
  return { ...renderHook(use, { wrapper }), ...stage };
}

describe("a selector written where it is used", () => {
  test("may give a fresh object each time, without end or complaint", () => {
    let renders = 0;
    const { result, rerender, show } = mount(() => {
      renders += 1;
      return useSession((state) => ({ status: state.status, list: [state.status] }));
    });
    expect(result.current).toEqual({ status: "anonymous", list: ["anonymous"] });
    rerender();
    act(() => show(signedInAs()));
    expect(result.current.status).toBe("authenticated");
    // StrictMode renders twice: at first, again, and after the change.
    expect(renders).toBe(6);
  });

  test("reads what its component closes over", () => {
    let claim = "name";
    const use = () =>
      useSession((state) => (state.status === "authenticated" ? state.session.user[claim] : claim));
    const { result, rerender } = mount(use, signedInAs({ ...fakeUser, nickname: "Countess" }));
    expect(result.current).toBe(fakeUser.name);
    claim = "nickname";
    rerender();
    expect(result.current).toBe("Countess");
  });
});

describe("an equal selection stays the same object", () => {
  test("when the session changes", () => {
    let renders = 0;
    const { result, show } = mount(() => {
      renders += 1;
      return useSession((state) => [nameIn(state)], sameText);
    }, signedInAs());
    const { current } = result;
    const before = renders;
    act(() => show(signedInAs({ ...fakeUser })));
    expect(renders).toBe(before);
    expect(result.current).toBe(current);
    act(() => show(signedInAs({ ...fakeUser, name: "Grace" })));
    expect(result.current).toEqual(["Grace"]);
  });

  test("when the component renders for another reason, with another selector", () => {
    const { result, rerender } = mount(
      () => useSession((state) => [nameIn(state)], sameText),
      signedInAs(),
    );
    const { current } = result;
    rerender();
    expect(result.current).toBe(current);
  });
});

test("of a thousand readers those render whose selection has changed, once each", () => {
  const renders = Array.from({ length: 1000 }, () => 0);
  function Reader({ index }: { readonly index: number }) {
    renders[index] = (renders[index] ?? 0) + 1;
    const shown = useSession((state) =>
      state.status === "authenticated" ? state.session.user[`claim${index}`] : undefined,
    );
    return <i>{String(shown)}</i>;
  }
  const claims = (changed: readonly number[]) =>
    Object.fromEntries(
      renders.map((_, index) => [`claim${index}`, changed.includes(index) ? "new" : "old"]),
    );
  const stage = stagedClient(signedInAs({ sub: "ada", ...claims([]) }));
  const { unmount } = render(
    <Auth0Provider client={stage.client}>
      {renders.map((_, index) => (
        <Reader key={`reader ${index}`} index={index} />
      ))}
    </Auth0Provider>,
  );
  expect(new Set(renders)).toEqual(new Set([1]));
  expect(stage.readers()).toBe(1000);

  const changed = [3, 141, 592, 999];
  act(() => stage.show(signedInAs({ sub: "ada", ...claims(changed) })));
  expect(renders.flatMap((count, index) => (count > 1 ? [index] : []))).toEqual(changed);
  expect(renders.reduce((sum, count) => sum + count)).toBe(1004);
  expect(screen.getAllByText("new")).toHaveLength(4);

  act(() => stage.show(anonymous));
  expect(renders.reduce((sum, count) => sum + count)).toBe(2004);
  unmount();
  expect(stage.readers()).toBe(0);
});

test("a render that the session changes under shows one state everywhere", async () => {
  const stage = stagedClient(signedInAs({ sub: "ada", name: "Ada" }));
  const committed: string[] = [];
  let midway: (() => void) | undefined;
  let show!: (count: number) => void;
  function Slow({ index }: { readonly index: number }) {
    const name = useSession(nameIn) ?? "nobody";
    // Longer than a slice of a concurrent render, so that the page has its turn in between.
    for (const end = performance.now() + 8; performance.now() < end;);
    if (index === 5) midway?.();
    return <i>{name} </i>;
  }
  function Page() {
    const [count, setCount] = useState(0);
    show = setCount;
    return (
      <p
        ref={(element) => {
          if (element) committed.push(element.textContent);
        }}
      >
        {Array.from({ length: count }, (_, index) => (
          <Slow key={`slow ${index}`} index={index} />
        ))}
      </p>
    );
  }
  const { container } = render(
    <Auth0Provider client={stage.client}>
      <Page />
    </Auth0Provider>,
  );
  await act(async () => {
    midway = () => {
      midway = undefined;
      // Not in the render itself, but before it is done.
      queueMicrotask(() => stage.show(signedInAs({ sub: "bob", name: "Bob" })));
    };
    startTransition(() => show(12));
  });
  expect(midway).toBeUndefined();
  expect(container.textContent).toBe("Bob ".repeat(12));
  for (const text of committed) expect(new Set(text.trim().split(" ")).size).toBe(1);
});

test("without a selector it gives the state itself, the same one to every reader", () => {
  const state = signedInAs();
  const { result, show } = mount(() => [useSession(), useSession()] as const, starting);
  expect(result.current[0]).toEqual({ status: "starting" });
  act(() => show(state));
  expect(result.current).toEqual([state, state]);
  expect(result.current[0]).toBe(state);
  expect(result.current[1]).toBe(state);
});

test("a change back is heard of, also after a component has set state while it rendered", () => {
  const { result, show } = mount(() => {
    const status = useSession(statusOf);
    const [seen, setSeen] = useState(status);
    if (seen !== status) setSeen(status);
    return status;
  });
  act(() => show(signedInAs()));
  act(() => show(anonymous));
  expect(result.current).toBe("anonymous");
});
