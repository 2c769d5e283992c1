import { act } from "@testing-library/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { EveryFlow, rememberingClient } from "../../test/every-flow.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";

keepConsoleQuiet();

test("a page that was rendered on a server is taken over, and then shows what is remembered", async () => {
  const onRecoverableError: unknown[] = [];
  const never = () => new Promise<never>(() => {});
  const client = rememberingClient({ checkSession: never, mfa: { authenticators: never } });
  const tree = (
    <StrictMode>
      <EveryFlow client={client} />
    </StrictMode>
  );
  const page = document.body.appendChild(document.createElement("main"));
  page.innerHTML = renderToString(tree);
  expect(page.textContent).toBe("idle idle idle idle idle idle idle start choose idle nothing 0");
  const root = await act(async () =>
    hydrateRoot(page, tree, { onRecoverableError: (error) => onRecoverableError.push(error) }),
  );
  expect(page.textContent).toBe(
    "idle idle idle idle idle pending idle verify choose pending github some",
  );
  expect(onRecoverableError).toEqual([]);
  act(() => root.unmount());
});
