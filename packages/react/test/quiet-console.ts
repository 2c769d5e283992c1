import { afterEach, beforeEach, vi } from "vitest";

/** Fails every test of a file that writes to the console: React's complaints, and whatever might leak. */
export function keepConsoleQuiet(): {
  /** Lets the test that runs write to it, unseen: React tells of everything that a boundary catches. */
  allow(): void;
} {
  const spies = [vi.spyOn(console, "error"), vi.spyOn(console, "warn"), vi.spyOn(console, "log")];
  let isAllowed = false;
  beforeEach(() => {
    isAllowed = false;
    spies.forEach((spy) => spy.mockReset());
    globalThis.window?.removeEventListener("error", hush);
  });
  afterEach(() => {
    const said = isAllowed ? [] : spies.flatMap((spy) => spy.mock.calls);
    if (said.length > 0) throw new Error(`The console was written to: ${said.join(" ")}`);
  });
  return {
    allow() {
      isAllowed = true;
      spies.forEach((spy) => spy.mockImplementation(() => {}));
      window.addEventListener("error", hush);
    },
  };
}

/** React 18 lets the page report what a boundary catches. */
function hush(event: ErrorEvent): void {
  event.preventDefault();
}
