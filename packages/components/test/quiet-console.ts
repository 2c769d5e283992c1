import { afterEach, beforeEach, vi } from "vitest";

/** Fails every test of a file that writes to the console: React's complaints, and whatever might leak. */
export function keepConsoleQuiet(): void {
  const spies = [vi.spyOn(console, "error"), vi.spyOn(console, "warn"), vi.spyOn(console, "log")];
  beforeEach(() => spies.forEach((spy) => spy.mockClear()));
  afterEach(() => {
    const said = spies.flatMap((spy) => spy.mock.calls).filter((call) => !isAboutServers(call));
    if (said.length > 0) throw new Error(`The console was written to: ${said.join(" ")}`);
  });
}

/** React 18 on a server, of react-hook-form, which takes jsdom for a browser; a real server has no window. */
function isAboutServers([text]: readonly unknown[]): boolean {
  return String(text).startsWith("Warning: useLayoutEffect does nothing on the server");
}
