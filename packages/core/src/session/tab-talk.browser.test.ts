import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { TabChannel } from "./tab-channel.js";
import { answerTab, askTabs, isMessage, type TabMessage } from "./tab-talk.js";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** A line whose other end is the test. */
function line(isOpen = true) {
  const listeners = new Set<(message: unknown) => void>();
  const posted: TabMessage[] = [];
  const channel: TabChannel = {
    name: "app",
    isOpen,
    open: () => {},
    post: (message) => void posted.push({ ...message }),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {},
  };
  const hear = (message: unknown) => {
    for (const listener of listeners) listener(message);
  };
  return { channel, posted, hear, listeners };
}

const question = { about: "tea", type: "not a question", id: "not an id" };
const ready = ({ tea }: TabMessage) => (tea === "ready" ? "yes" : undefined);

/** A question on its way. */
function asked({ signal }: { signal?: AbortSignal } = {}) {
  const ends = vi.fn<(end: unknown) => void>();
  const { channel, posted, hear, listeners } = line();
  const answer = askTabs(channel, question, ready, { signal });
  answer.then(ends, ends);
  const id = posted[0]?.["id"];
  const isOver = () => expect([vi.getTimerCount(), listeners.size]).toEqual([0, 0]);
  return { answer, ends, posted, hear, id, isOver };
}

describe("a question to the other tabs", () => {
  test("is asked once, under a name of its own, which nobody can foretell", async () => {
    const [first, second] = [asked(), asked()];
    expect(first.posted).toEqual([{ about: "tea", type: "question", id: expect.any(String) }]);
    expect(String(first.id).length).toBeGreaterThan(40);
    expect(second.id).not.toBe(first.id);
  });

  test("has the first answer to it that will do", async () => {
    const { answer, ends, hear, id, isOver } = asked();
    for (const wrong of [
      undefined,
      "answer",
      { type: "question", id, tea: "ready" },
      { type: "answer", id: "another", tea: "ready" },
      { type: "answer", tea: "ready" },
      { type: "answer", id, tea: "cold" },
    ]) {
      hear(wrong);
    }
    await Promise.resolve();
    expect(ends).not.toHaveBeenCalled();
    hear({ type: "answer", id, tea: "ready" });
    expect(await answer).toBe("yes");
    isOver();
  });

  test("waits for 400 milliseconds", async () => {
    const { ends, isOver } = asked();
    await vi.advanceTimersByTimeAsync(399);
    expect(ends).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ends.mock.calls).toEqual([[undefined]]);
    isOver();
  });

  test("is given up with its caller, whom nothing is left of", async () => {
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, "removeEventListener");
    const { answer, isOver } = asked(controller);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: "aborted" });
    isOver();
    expect(remove).toHaveBeenCalledWith("abort", expect.any(Function));
  });

  test("is not even asked where no answer would arrive", async () => {
    const { channel, posted } = line(false);
    expect(await askTabs(channel, question, ready, {})).toBeUndefined();
    expect(posted).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test("an answer goes by the name of its question", () => {
  const { channel, posted } = line();
  answerTab(channel, { type: "question", id: 7 }, { tea: "ready", type: "news", id: 8 });
  expect(posted).toEqual([{ tea: "ready", type: "answer", id: 7 }]);
});

test.each([
  [{ type: "question" }, true],
  [{ type: "answer" }, false],
  [{}, false],
  [null, false],
  ["question", false],
  [() => {}, false],
])("%j is a question: %s", (message, is) => {
  expect(isMessage(message, "question")).toBe(is);
});
