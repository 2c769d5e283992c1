import { afterEach, expect, test, vi } from "vitest";
import { createSessionSync, type SessionNews, type SessionSync } from "./session-sync.js";

const open: (SessionSync | BroadcastChannel)[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A tab of the application `name`. */
function tab(name = "app") {
  const sync = createSessionSync(name);
  const heard = vi.fn<(news: SessionNews) => void>();
  sync.open(heard);
  open.push(sync);
  return { sync, heard };
}

/** Waits until `listener` has heard the last message that was sent before. */
async function caughtUp(name: string, sender: SessionSync): Promise<void> {
  const end = tab(name);
  sender.tell({ type: "signed_in", sub: "the end" });
  await vi.waitFor(() =>
    expect(end.heard).toHaveBeenCalledWith({ type: "signed_in", sub: "the end" }),
  );
}

test("what one tab tells, the others hear, in order, and it does not hear itself", async () => {
  const [one, two, three] = [tab(), tab(), tab()];
  one.sync.tell({ type: "signed_in", sub: "auth0|ada" });
  one.sync.tell({ type: "signed_out" });
  for (const { heard } of [two, three]) {
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    expect(heard.mock.calls).toEqual([
      [{ type: "signed_in", sub: "auth0|ada" }],
      [{ type: "signed_out" }],
    ]);
  }
  expect(one.heard).not.toHaveBeenCalled();
});

test("other applications and tenants hear nothing", async () => {
  const [one, other] = [tab("app"), tab("other")];
  one.sync.tell({ type: "signed_out" });
  await caughtUp("app", one.sync);
  expect(other.heard).not.toHaveBeenCalled();
});

test("opened twice, it hears once", async () => {
  const [one, two] = [tab(), tab()];
  const again = vi.fn();
  two.sync.open(again);
  one.sync.tell({ type: "signed_out" });
  await vi.waitFor(() => expect(two.heard).toHaveBeenCalledOnce());
  await caughtUp("app", one.sync);
  expect(again).not.toHaveBeenCalled();
});

test("closed, it hears nothing and still tells, and may be opened again", async () => {
  const [one, two] = [tab(), tab()];
  two.sync.close();
  two.sync.close();
  one.sync.tell({ type: "signed_out" });
  two.sync.tell({ type: "signed_out" });
  await vi.waitFor(() => expect(one.heard).toHaveBeenCalledOnce());
  expect(two.heard).not.toHaveBeenCalled();

  const again = vi.fn();
  two.sync.open(again);
  one.sync.tell({ type: "signed_out" });
  await vi.waitFor(() => expect(again).toHaveBeenCalledOnce());
});

test("tells before it is opened: a page that only signs out does", async () => {
  const one = tab();
  createSessionSync("app").tell({ type: "signed_out" });
  await vi.waitFor(() => expect(one.heard).toHaveBeenCalledExactlyOnceWith({ type: "signed_out" }));
});

test("is deaf to what is no news", async () => {
  const one = tab();
  const stranger = new BroadcastChannel("portico.session.app");
  open.push(stranger);
  for (const data of [
    null,
    undefined,
    "signed_out",
    7,
    [],
    ["signed_out"],
    {},
    { type: "other" },
    { type: ["signed_out"] },
    { type: "signed_in" },
    { type: "signed_in", sub: 7 },
    { type: "signed_in", sub: { toString: 1 } },
  ]) {
    stranger.postMessage(data);
  }
  stranger.postMessage({ type: "signed_out" });
  await vi.waitFor(() => expect(one.heard).toHaveBeenCalled());
  expect(one.heard.mock.calls).toEqual([[{ type: "signed_out" }]]);
});

test("where the browser refuses the channel, the tab stays by itself", () => {
  vi.stubGlobal("BroadcastChannel", function Refused() {
    throw new DOMException("refused", "SecurityError");
  });
  try {
    expect(() => {
      const { sync } = tab();
      sync.tell({ type: "signed_out" });
      sync.close();
    }).not.toThrow();
  } finally {
    vi.unstubAllGlobals();
  }
});
