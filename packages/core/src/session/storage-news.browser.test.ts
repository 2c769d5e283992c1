import { afterEach, expect, test, vi } from "vitest";
import { openStorageNews, type StorageNews } from "./storage-news.js";

const key = "portico.session.app";
const open: StorageNews[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
  vi.restoreAllMocks();
  localStorage.clear();
});

/** A tab that listens; another tab of this origin is played by a frame. */
function tab() {
  const hear = vi.fn();
  const news = openStorageNews("app", hear);
  open.push(news);
  return { news, hear };
}

function otherTab(): { write(key: string, text: string): void; close(): void } {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const { localStorage: storage } = frame.contentWindow as Window;
  return { write: (name, text) => storage.setItem(name, text), close: () => frame.remove() };
}

test("hears what another tab writes, and nothing of other applications or of no sense", async () => {
  const { hear } = tab();
  const other = otherTab();
  other.write("portico.session.other", '{"type":"signed_out"}');
  other.write(key, "{");
  other.write(key, '{"type":"signed_out"}');
  await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(2));
  expect(hear.mock.calls).toEqual([[undefined], [{ type: "signed_out" }]]);
  other.close();
});

test("leaves nothing in localStorage", () => {
  const { news } = tab();
  const set = vi.spyOn(Storage.prototype, "setItem");
  news.tell({ type: "signed_out" });
  expect(set.mock.calls).toEqual([[key, '{"type":"signed_out"}']]);
  expect(localStorage.length).toBe(0);
});

test("says nothing, and does not throw, where nothing may be kept", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  expect(() => tab().news.tell({ type: "signed_out" })).not.toThrow();
});

test("closed, it hears nothing more", async () => {
  const [closed, still] = [tab(), tab()];
  closed.news.close();
  const other = otherTab();
  other.write(key, '{"type":"changed"}');
  await vi.waitFor(() => expect(still.hear).toHaveBeenCalledOnce());
  expect(closed.hear).not.toHaveBeenCalled();
  other.close();
});
