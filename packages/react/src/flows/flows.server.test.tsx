// @vitest-environment node
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { EveryFlow, rememberingClient } from "../../test/every-flow.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";

keepConsoleQuiet();

test("on a server every flow is at its start, asks nothing and remembers nothing", () => {
  expect(typeof window).toBe("undefined");
  const call = vi.fn();
  const client = rememberingClient({
    checkSession: call,
    watchSession: call,
    mfa: { authenticators: call },
  });
  expect(renderToString(<EveryFlow client={client} />)).toBe(
    "<output>idle idle idle idle idle idle idle start choose idle nothing 0</output>",
  );
  expect(call).not.toHaveBeenCalled();
});
