import { afterEach, expect, test, vi } from "vitest";
import { createSessionPort, type SessionPort } from "./storage-port.js";

afterEach(() => vi.unstubAllGlobals());

/** A port that keeps its text here. */
function memory(): SessionPort & { text: string | null } {
  return {
    text: null,
    read() {
      return this.text;
    },
    write(text) {
      this.text = text;
    },
  };
}

test("there is none where the session lives in memory", () => {
  expect(createSessionPort("memory", "app")).toBeUndefined();
});

test("a port of one's own is read and written", () => {
  const own = memory();
  const port = createSessionPort(own, "app");
  port?.write("text");
  expect(own.text).toBe("text");
  expect(port?.read()).toBe("text");
  port?.write(null);
  expect(own.text).toBeNull();
});

test("one that throws is as good as none", () => {
  const port = createSessionPort(
    {
      read: () => {
        throw new Error("denied");
      },
      write: () => {
        throw new Error("denied");
      },
    },
    "app",
  );
  expect(port?.read()).toBeNull();
  expect(() => port?.write("text")).not.toThrow();
  expect(() => port?.write(null)).not.toThrow();
});

test("one that is full keeps nothing, because what stands there still is out of date", () => {
  const own = memory();
  own.text = "older";
  const write = own.write.bind(own);
  own.write = (text) => {
    if (text !== null) throw new DOMException("full", "QuotaExceededError");
    write(text);
  };
  createSessionPort(own, "app")?.write("newer");
  expect(own.text).toBeNull();
});

test("without sessionStorage nothing is kept", () => {
  const port = createSessionPort("session", "app");
  expect(port?.read()).toBeNull();
  expect(() => port?.write("text")).not.toThrow();
});

test("applications and tenants have an entry each", () => {
  const entries = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => entries.set(key, text),
    removeItem: (key: string) => entries.delete(key),
  });
  const [one, two] = [createSessionPort("session", "one"), createSessionPort("session", "two")];
  one?.write("text");
  expect(two?.read()).toBeNull();
  expect(one?.read()).toBe("text");
  one?.write(null);
  expect(entries.size).toBe(0);
});
