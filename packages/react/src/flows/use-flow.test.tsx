import type { AuthClient, AuthError } from "@portico/core";
import {
  createFakeClient,
  fakeError,
  fakeUser,
  type FakeClientOptions,
} from "@portico/core/testing";
import { act, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AuthContext } from "../provider/auth-context.js";
import { Auth0Provider } from "../provider/auth0-provider.js";
import type { FlowResult, FlowState } from "./flow.js";
import { useCheckSession } from "./use-check-session.js";
import { useLogin } from "./use-login.js";
import { useLoginWithConnection } from "./use-login-with-connection.js";
import { useLogout } from "./use-logout.js";
import { useSignup } from "./use-signup.js";

const errors = vi.spyOn(console, "error");
beforeEach(() => {
  errors.mockClear();
});
afterEach(() => {
  if (errors.mock.calls.length > 0)
    throw new Error(`React complained: ${errors.mock.calls.join()}`);
});

/** A flow hook seen alike. */
interface Binding {
  readonly state: FlowState<unknown>;
  readonly run: () => Promise<FlowResult<unknown>>;
  readonly reset: () => void;
}

type Answer = (signal: AbortSignal | undefined) => Promise<never>;

interface Row {
  readonly name: string;
  readonly use: () => Binding;
  /** What replaces the client's call. */
  readonly client: (answer: Answer) => Partial<AuthClient>;
  /** Whether the call can be given up. */
  readonly abortable: boolean;
}

const password = "c4nary-S3cret!";

const rows: Row[] = [
  {
    name: "useLogin",
    use: () => {
      const { state, login, reset } = useLogin();
      return { state, run: () => login({ email: "ada@example.com", password }), reset };
    },
    client: (answer) => ({ login: ({ signal }) => answer(signal) }),
    abortable: true,
  },
  {
    name: "useSignup",
    use: () => {
      const { state, signup, reset } = useSignup();
      return { state, run: () => signup({ email: "ada@example.com", password }), reset };
    },
    client: (answer) => ({ signup: ({ signal }) => answer(signal) }),
    abortable: true,
  },
  {
    name: "useCheckSession",
    use: () => {
      const { state, check, reset } = useCheckSession();
      return { state, run: () => check(), reset };
    },
    client: (answer) => ({ checkSession: (params) => answer(params?.signal) }),
    abortable: true,
  },
  {
    name: "useLoginWithConnection",
    use: () => {
      const { state, loginWithConnection, reset } = useLoginWithConnection();
      return { state, run: () => loginWithConnection(), reset };
    },
    client: (answer) => ({ loginWithConnection: () => answer(undefined) }),
    abortable: false,
  },
  {
    name: "useLogout",
    use: () => {
      const { state, logout, reset } = useLogout();
      return { state, run: () => logout(), reset };
    },
    client: (answer) => ({ logout: () => answer(undefined) }),
    abortable: false,
  },
];

/** A call that the test settles, as often as it is made. */
function calls() {
  const made: {
    signal: AbortSignal | undefined;
    resolve(value: unknown): void;
    reject(error: unknown): void;
  }[] = [];
  const answer: Answer = (signal) =>
    new Promise<never>((resolve, reject) => {
      made.push({ signal, resolve: resolve as (value: unknown) => void, reject });
    });
  return { made, answer };
}

function mount<T>(use: () => T, options: FakeClientOptions = {}) {
  const client = createFakeClient(options);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Auth0Provider client={client}>{children}</Auth0Provider>
  );
  return renderHook(use, { wrapper });
}

describe.each(rows)("$name", ({ use, client, abortable }) => {
  test("goes from idle over pending to succeeded, and gives what its state then holds", async () => {
    const { made, answer } = calls();
    const { result } = mount(use, client(answer));
    expect(result.current.state).toEqual({ status: "idle" });
    let done!: Promise<FlowResult<unknown>>;
    act(() => void (done = result.current.run()));
    expect(result.current.state).toEqual({ status: "pending" });
    const outcome = { kind: "redirecting" };
    await act(async () => made[0]?.resolve(outcome));
    expect(result.current.state).toEqual({ status: "succeeded", outcome });
    expect(await done).toBe(result.current.state);
    expect(made).toHaveLength(1);
  });

  test("goes over pending to failed, and rejects nobody", async () => {
    const { made, answer } = calls();
    const { result } = mount(use, client(answer));
    let done!: Promise<FlowResult<unknown>>;
    act(() => void (done = result.current.run()));
    const error: AuthError = fakeError("too_many_attempts");
    await act(async () => made[0]?.reject(error));
    expect(result.current.state).toEqual({ status: "failed", error });
    expect(await done).toBe(result.current.state);
  });

  test("a second call joins the one under way", async () => {
    const { made, answer } = calls();
    const { result } = mount(use, client(answer));
    const done: Promise<FlowResult<unknown>>[] = [];
    act(() => {
      done.push(result.current.run(), result.current.run());
    });
    act(() => void done.push(result.current.run()));
    expect(made).toHaveLength(1);
    await act(async () => made[0]?.resolve({ kind: "redirecting" }));
    expect(new Set(await Promise.all(done)).size).toBe(1);
  });

  test("after a failure it may succeed", async () => {
    const { made, answer } = calls();
    const { result } = mount(use, client(answer));
    act(() => void result.current.run());
    await act(async () => made[0]?.reject(fakeError("network", { online: false })));
    expect(result.current.state.status).toBe("failed");
    act(() => void result.current.run());
    expect(result.current.state).toEqual({ status: "pending" });
    await act(async () => made[1]?.resolve({ kind: "redirecting" }));
    expect(result.current.state.status).toBe("succeeded");
  });

  test("a reset gives up the call and takes no notice of its late end", async () => {
    const { made, answer } = calls();
    const { result } = mount(use, client(answer));
    act(() => void result.current.run());
    act(() => result.current.reset());
    expect(result.current.state).toEqual({ status: "idle" });
    expect(made[0]?.signal?.aborted).toBe(abortable || undefined);
    await act(async () => made[0]?.resolve({ kind: "late" }));
    expect(result.current.state).toEqual({ status: "idle" });

    act(() => void result.current.run());
    await act(async () => made[1]?.resolve({ kind: "redirecting" }));
    expect(result.current.state).toEqual({ status: "succeeded", outcome: { kind: "redirecting" } });
  });

  test("the late end of a call that was reset does not end the next one", async () => {
    const { made, answer } = calls();
    const { result } = mount(use, client(answer));
    act(() => void result.current.run());
    act(() => result.current.reset());
    act(() => void result.current.run());
    await act(async () => made[0]?.reject(fakeError("aborted")));
    expect(result.current.state).toEqual({ status: "pending" });
    await act(async () => made[1]?.resolve({ kind: "redirecting" }));
    expect(result.current.state.status).toBe("succeeded");
  });

  test("an unmount in flight gives up the call, and its end reaches nobody", async () => {
    const { made, answer } = calls();
    const { result, unmount } = mount(use, client(answer));
    let done!: Promise<FlowResult<unknown>>;
    act(() => void (done = result.current.run()));
    unmount();
    expect(made[0]?.signal?.aborted).toBe(abortable || undefined);
    await act(async () => made[0]?.reject(fakeError("aborted")));
    expect(await done).toMatchObject({ status: "failed", error: { code: "aborted" } });
  });

  test("two of them on a page know nothing of each other", async () => {
    const { made, answer } = calls();
    const { result } = mount(() => [use(), use()] as const, client(answer));
    act(() => void result.current[0].run());
    expect(result.current.map(({ state }) => state.status)).toEqual(["pending", "idle"]);
    act(() => void result.current[1].run());
    expect(made).toHaveLength(2);
    act(() => result.current[1].reset());
    expect(result.current.map(({ state }) => state.status)).toEqual(["pending", "idle"]);
    expect(made[0]?.signal?.aborted ?? false).toBe(false);
    await act(async () => made[0]?.resolve({ kind: "redirecting" }));
    expect(result.current.map(({ state }) => state.status)).toEqual(["succeeded", "idle"]);
  });

  test("a developer's mistake is thrown, not swallowed, and nothing stays pending", async () => {
    const mistake = new TypeError("undefined is not a string");
    const { result } = mount(
      use,
      client(() => Promise.reject(mistake)),
    );
    await act(async () => {
      await expect(result.current.run()).rejects.toBe(mistake);
    });
    expect(result.current.state).toEqual({ status: "idle" });
  });

  test("a call that throws at once is a rejection too", async () => {
    const mistake = new TypeError("at once");
    const throwing = () => {
      throw mistake;
    };
    const { result } = mount(use, client(throwing));
    let done!: Promise<FlowResult<unknown>>;
    act(() => {
      done = result.current.run();
      done.catch(() => {});
    });
    await act(async () => {
      await expect(done).rejects.toBe(mistake);
    });
    expect(result.current.state).toEqual({ status: "idle" });
  });

  test("a page brought back from the browser's cache is idle again", async () => {
    const { made, answer } = calls();
    const { result } = mount(use, client(answer));
    act(() => void result.current.run());
    await act(async () => made[0]?.resolve({ kind: "redirecting" }));
    act(() => void window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false })));
    expect(result.current.state.status).toBe("succeeded");
    act(() => void window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    expect(result.current.state).toEqual({ status: "idle" });
  });

  test("leaves no listener behind", () => {
    const add = vi.spyOn(window, "addEventListener");
    const remove = vi.spyOn(window, "removeEventListener");
    const { unmount } = mount(use);
    unmount();
    const pageshow = ([type]: readonly unknown[]) => type === "pageshow";
    expect(add.mock.calls.filter(pageshow)).toHaveLength(1);
    expect(remove.mock.calls.filter(pageshow)).toEqual(add.mock.calls.filter(pageshow));
    add.mockRestore();
    remove.mockRestore();
  });

  test("works under StrictMode as without", async () => {
    const { made, answer } = calls();
    const fake = createFakeClient(client(answer));
    const wrapper = ({ children }: { children: ReactNode }) => (
      <StrictMode>
        <Auth0Provider client={fake}>{children}</Auth0Provider>
      </StrictMode>
    );
    const { result } = renderHook(use, { wrapper });
    act(() => void result.current.run());
    expect(made).toHaveLength(1);
    await act(async () => made[0]?.resolve({ kind: "redirecting" }));
    expect(result.current.state.status).toBe("succeeded");
  });
});

test.each<[string, () => object]>([
  ["useLogin", useLogin],
  ["useSignup", useSignup],
  ["useCheckSession", useCheckSession],
  ["useLoginWithConnection", useLoginWithConnection],
  ["useLogout", useLogout],
])("%s gives the same object until its state changes", (_name, use) => {
  const { result, rerender } = mount(use);
  const first = result.current;
  rerender();
  expect(result.current).toBe(first);
});

test("a flow's functions stay the same when its state changes", async () => {
  const { result } = mount(useLogin);
  const { login, reset, state } = result.current;
  await act(() => login({ email: "ada@example.com", password }));
  expect(result.current.state).not.toBe(state);
  expect(result.current).toMatchObject({ login, reset });
});

test("no state ever holds the password", async () => {
  const seen: string[] = [];
  const use = () => {
    const flow = useLogin();
    seen.push(JSON.stringify(flow));
    return flow;
  };
  const login = () => Promise.reject(fakeError("invalid_credentials"));
  const { result } = mount(use, { login });
  const done = await act(() => result.current.login({ email: "ada@example.com", password }));
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.join()).not.toContain(password);
  expect(JSON.stringify(done)).not.toContain(password);
});

test("either side's signal ends the call, and the caller's parameters stay as they are", async () => {
  const signals: AbortSignal[] = [];
  const login: AuthClient["login"] = ({ signal }) => {
    if (signal) signals.push(signal);
    return new Promise(() => {});
  };
  const { result } = mount(useLogin, { login });
  const own = new AbortController();
  const params = Object.freeze({ email: "ada@example.com", password, signal: own.signal });
  act(() => void result.current.login(params));
  expect(signals[0]?.aborted).toBe(false);
  own.abort();
  expect(signals[0]?.aborted).toBe(true);

  act(() => result.current.reset());
  act(
    () =>
      void result.current.login({
        email: "ada@example.com",
        password,
        signal: new AbortController().signal,
      }),
  );
  act(() => result.current.reset());
  expect(signals[1]?.aborted).toBe(true);
});

test("another client means another flow", async () => {
  const first = createFakeClient({ login: () => new Promise(() => {}) });
  const second = createFakeClient({ user: fakeUser });
  let current = first;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AuthContext.Provider value={current}>{children}</AuthContext.Provider>
  );
  const { result, rerender } = renderHook(useLogin, { wrapper });
  act(() => void result.current.login({ email: "ada@example.com", password }));
  expect(result.current.state.status).toBe("pending");
  current = second;
  rerender();
  expect(result.current.state.status).toBe("idle");
});
