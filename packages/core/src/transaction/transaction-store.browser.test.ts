import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Transaction } from "./transaction.js";
import { clearTransactions } from "./clear-transactions.js";
import { createTransactionStore } from "./transaction-store.js";

const now = 1_800_000_000_000;
const key = "portico.transactions.app";

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  sessionStorage.clear();
  localStorage.clear();
});

const made = (state: string, over: Partial<Transaction> = {}): Transaction => ({
  state,
  nonce: `nonce of ${state}`,
  codeVerifier: `verifier of ${state}`,
  redirectUri: "https://app.example/",
  responseType: "code",
  scope: "openid",
  createdAt: Date.now(),
  ...over,
});

test("gives a transaction out once, whole, and to whoever shares the tab's storage", () => {
  const transaction = made("a", {
    maxAge: 0,
    audience: "api",
    appState: { returnTo: "/x", n: [1] },
  });
  createTransactionStore("app").add(transaction);
  const store = createTransactionStore("app");
  expect(store.take("a")).toEqual(transaction);
  expect(store.take("a")).toBeUndefined();
  expect(sessionStorage.getItem(key)).toBeNull();
});

test("knows no other state, and gives nothing away for one", () => {
  const store = createTransactionStore("app");
  store.add(made("a"));
  for (const state of ["", "b", "A", "a ", "__proto__", "constructor"]) {
    expect(store.take(state)).toBeUndefined();
  }
  expect(store.take("a")).toBeDefined();
});

test.each([false, true])(
  "tells which states are waited for, and leaves them there (any tab: %s)",
  (anyTab) => {
    const store = createTransactionStore("app");
    expect(store.has("a")).toBe(false);
    store.add(made("a", { anyTab }));
    store.add(made("b", { anyTab }));
    expect(["a", "b", "c", ""].map((state) => store.has(state))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(store.take("a")).toBeDefined();
    expect([store.has("a"), store.has("b")]).toEqual([false, true]);
  },
);

test("keeps applications and tenants apart", () => {
  const other = createTransactionStore("other");
  createTransactionStore("app").add(made("a"));
  expect(other.take("a")).toBeUndefined();
  clearTransactions("other");
  expect(createTransactionStore("app").take("a")).toBeDefined();
});

test("a state that is used again stands for its last request", () => {
  const store = createTransactionStore("app");
  store.add(made("a", { nonce: "first" }));
  store.add(made("b"));
  store.add(made("a", { nonce: "second" }));
  expect(store.take("a")?.nonce).toBe("second");
  expect(store.take("a")).toBeUndefined();
  expect(store.take("b")).toBeDefined();
});

test("keeps the last five", () => {
  const store = createTransactionStore("app");
  for (const state of ["1", "2", "3", "4", "5", "6", "7"]) store.add(made(state));
  expect(["1", "2"].map((state) => store.take(state))).toEqual([undefined, undefined]);
  for (const state of ["7", "3", "5", "4", "6"]) expect(store.take(state)?.state).toBe(state);
});

describe("after half an hour", () => {
  test("a transaction is expired, and spent by asking", () => {
    const store = createTransactionStore("app");
    store.add(made("a"));
    vi.setSystemTime(now + 30 * 60_000);
    expect(() => store.take("a")).toThrow(expect.objectContaining({ code: "transaction_expired" }));
    expect(store.take("a")).toBeUndefined();
  });

  test("and not a millisecond before", () => {
    const store = createTransactionStore("app");
    store.add(made("a"));
    vi.setSystemTime(now + 30 * 60_000 - 1);
    expect(store.take("a")?.state).toBe("a");
  });

  test("the expired ones make room when another is added or taken", () => {
    const store = createTransactionStore("app");
    store.add(made("old"));
    vi.setSystemTime(now + 30 * 60_000);
    store.add(made("new"));
    expect(sessionStorage.getItem(key)).not.toContain('"old"');
    expect(store.take("new")).toBeDefined();
    expect(sessionStorage.getItem(key)).toBeNull();
  });

  test("one from the future counts as expired too", () => {
    const store = createTransactionStore("app");
    store.add(made("a"));
    vi.setSystemTime(now - 1);
    expect(() => store.take("a")).toThrow(expect.objectContaining({ code: "transaction_expired" }));
  });
});

test("clears all of its own", () => {
  const store = createTransactionStore("app");
  sessionStorage.setItem("the app's", "own");
  store.add(made("a"));
  clearTransactions("app");
  expect(store.take("a")).toBeUndefined();
  expect(sessionStorage.getItem("the app's")).toBe("own");
});

describe("says storage_unavailable before the page is left, when storage", () => {
  const refused = expect.objectContaining({ code: "storage_unavailable" });

  test("is full", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(() => createTransactionStore("app").add(made("a"))).toThrow(refused);
  });

  test("drops what is written", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {});
    expect(() => createTransactionStore("app").add(made("a"))).toThrow(refused);
  });

  test("still holds an older one but drops the new", () => {
    const store = createTransactionStore("app");
    store.add(made("a"));
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {});
    expect(() => store.add(made("b"))).toThrow(refused);
  });

  test("cannot be read", () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("no", "SecurityError");
    });
    expect(() => createTransactionStore("app").add(made("a"))).toThrow(refused);
  });

  test("is forbidden altogether", () => {
    vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
      throw new DOMException("no", "SecurityError");
    });
    const store = createTransactionStore("app");
    expect(() => store.add(made("a"))).toThrow(refused);
    expect(store.take("a")).toBeUndefined();
    expect(() => clearTransactions("app")).not.toThrow();
  });

  test("is fine but the app state is no JSON, it is the app's mistake", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    const store = createTransactionStore("app");
    expect(() => store.add(made("a", { appState: cycle }))).toThrow(TypeError);
  });
});

describe("does not trust what lies in storage", () => {
  test.each([
    "",
    "null",
    "7",
    "{}",
    "[",
    '"text"',
    "[null]",
    "[[]]",
    '[{"state":"a"}]',
    '{"0":{"state":"a"},"length":1}',
  ])("%s", (text) => {
    sessionStorage.setItem(key, text);
    const store = createTransactionStore("app");
    expect(store.take("a")).toBeUndefined();
    store.add(made("b"));
    expect(store.take("b")?.state).toBe("b");
  });

  test.each([
    ["state", 1],
    ["state", ""],
    ["nonce", undefined],
    ["nonce", ""],
    ["codeVerifier", null],
    ["redirectUri", {}],
    ["responseType", []],
    ["scope", 7],
    ["createdAt", "1800000000000"],
    ["createdAt", null],
    ["maxAge", "60"],
    ["maxAge", null],
  ])("an entry whose %s is %j", (name, value) => {
    sessionStorage.setItem(key, JSON.stringify([{ ...made("a"), [name]: value }, made("b")]));
    const store = createTransactionStore("app");
    expect(store.take("a")).toBeUndefined();
    expect(store.take("b")?.state).toBe("b");
  });
});

test("storage that is cleared mid-flow loses the transaction and nothing else", () => {
  const store = createTransactionStore("app");
  store.add(made("a"));
  sessionStorage.clear();
  expect(store.take("a")).toBeUndefined();
});

describe("a transaction that any tab may take", () => {
  test("is found by a tab that knows nothing of its own, once, whole", () => {
    const transaction = made("a", { anyTab: true, appState: { step: 2 }, connection: "email" });
    createTransactionStore("app").add(transaction);
    expect(sessionStorage.getItem(key)).toBeNull();
    sessionStorage.clear();
    const store = createTransactionStore("app");
    expect(store.take("a")).toEqual(transaction);
    expect(store.take("a")).toBeUndefined();
    expect(localStorage.getItem(key)).toBeNull();
  });

  test("leaves those of a tab in their tab", () => {
    const store = createTransactionStore("app");
    store.add(made("of the tab"));
    store.add(made("of any tab", { anyTab: true }));
    expect(localStorage.getItem(key)).not.toContain("of the tab");
    expect(store.take("of any tab")).toBeDefined();
    expect(store.take("of the tab")).toBeDefined();
  });

  test("is one of five, expires, and makes room", () => {
    const store = createTransactionStore("app");
    for (const state of ["1", "2", "3", "4", "5", "6"]) store.add(made(state, { anyTab: true }));
    expect(store.take("1")).toBeUndefined();
    vi.setSystemTime(now + 30 * 60_000);
    expect(() => store.take("2")).toThrow(expect.objectContaining({ code: "transaction_expired" }));
    store.add(made("new", { anyTab: true }));
    expect(localStorage.getItem(key)).not.toContain("verifier of 3");
  });

  test("is cleared with the others", () => {
    const store = createTransactionStore("app");
    localStorage.setItem("the app's", "own");
    store.add(made("a"));
    store.add(made("b", { anyTab: true }));
    clearTransactions("app");
    expect([store.take("a"), store.take("b")]).toEqual([undefined, undefined]);
    expect(localStorage.length).toBe(1);
  });

  test("is storage_unavailable where the browser would lose it", () => {
    vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("no", "SecurityError");
    });
    const store = createTransactionStore("app");
    const refused = expect.objectContaining({ code: "storage_unavailable" });
    expect(() => store.add(made("a", { anyTab: true }))).toThrow(refused);
    store.add(made("b"));
    expect(store.take("b")).toBeDefined();
  });

  test("is not trusted as it lies there", () => {
    localStorage.setItem(key, JSON.stringify([{ ...made("a"), nonce: "" }, null, made("b")]));
    const store = createTransactionStore("app");
    expect(store.take("a")).toBeUndefined();
    expect(store.take("b")).toBeDefined();
  });
});

test("220 abandoned requests of each kind leave a bounded storage", () => {
  const store = createTransactionStore("app");
  for (let index = 0; index < 220; index += 1) {
    store.add(made(`tab ${index}`));
    store.add(made(`any ${index}`, { anyTab: true }));
  }
  for (const shelf of [sessionStorage, localStorage]) {
    expect(JSON.parse(shelf.getItem(key) ?? "")).toHaveLength(5);
    expect(shelf.length).toBe(1);
  }
});
