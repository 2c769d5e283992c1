// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openPopup, withPopup, type PopupFeatures } from "./popup-window.js";

const open = vi.fn<typeof window.open>();
const replaced = vi.fn<(url: string) => void>();
const stopped = vi.fn<() => void>();
const closed = vi.fn<() => void>();
const released = vi.spyOn(URL, "revokeObjectURL");

beforeEach(() => {
  const popup = { location: { replace: replaced }, stop: stopped, close: closed };
  open.mockReturnValue(popup as unknown as Window);
  vi.stubGlobal("open", open);
  vi.stubGlobal("screen", { availWidth: 1000, availHeight: 800, availLeft: 0, availTop: 0 });
  for (const [name, value] of [
    ["screenX", 100],
    ["screenY", 50],
    ["outerWidth", 800],
    ["outerHeight", 700],
  ] as const) {
    vi.stubGlobal(name, value);
  }
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

function opened(features?: PopupFeatures): string {
  openPopup(features);
  return open.mock.calls[0]?.[2] ?? "";
}

test("opens an empty window of its own, centred over the page", () => {
  expect(opened()).toBe("popup,width=450,height=650,left=275,top=75");
  expect(open.mock.calls[0]?.slice(0, 2)).toEqual([expect.stringMatching(/^blob:/), "_blank"]);
  expect(stopped).toHaveBeenCalledOnce();
  expect(released.mock.calls).toEqual([[open.mock.calls[0]?.[0]]]);
});

test.each<[string, PopupFeatures, string]>([
  ["a size", { width: 500, height: 600 }, "width=500,height=600,left=250,top=100"],
  ["a place", { left: 3, top: 4 }, "width=450,height=650,left=3,top=4"],
  ["a size beyond the screen", { width: 5000, height: 5000 }, "width=1000,height=800,left=0,top=0"],
  [
    "a place right of the screen and above",
    { left: 5000, top: -7 },
    "width=450,height=650,left=550,top=0",
  ],
  [
    "a place left of the screen and below",
    { left: -7, top: 5000 },
    "width=450,height=650,left=0,top=150",
  ],
])("takes %s", (_, features, text) => {
  expect(opened(features)).toBe(`popup,${text}`);
});

test("stays on the screen that the page is on", () => {
  vi.stubGlobal("screen", { availWidth: 1000, availHeight: 800, availLeft: 2000, availTop: 20 });
  vi.stubGlobal("screenX", 1900);
  expect(opened({ top: 0 })).toBe("popup,width=450,height=650,left=2075,top=20");
});

test("a window that the browser refuses is popup_blocked", async () => {
  open.mockReturnValue(null);
  expect(() => openPopup()).toThrow(expect.objectContaining({ code: "popup_blocked" }) as Error);
  const use = vi.fn<() => Promise<void>>();
  await expect(withPopup(undefined, use)).rejects.toMatchObject({ code: "popup_blocked" });
  expect(use).not.toHaveBeenCalled();
});

test("leads the window to an address without a way back to the empty page", () => {
  openPopup().navigate("https://tenant.example/");
  expect(replaced.mock.calls).toEqual([["https://tenant.example/"]]);
});

test("is closed however its use ends", async () => {
  expect(await withPopup({}, async () => 7)).toBe(7);
  expect(closed).toHaveBeenCalledOnce();
  const failed = withPopup({}, () => Promise.reject(new Error("no")));
  await expect(failed).rejects.toThrow("no");
  expect(closed).toHaveBeenCalledTimes(2);
});
