import "@testing-library/jest-dom/vitest";
import { createAuthClient } from "@portico/core";
import {
  createFakeEngine,
  fakeError,
  fakeUser,
  type FakeEngineOptions,
} from "@portico/core/testing";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { answer, ask, button, code, email, showWith } from "../../test/passwordless-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";

keepConsoleQuiet();
beforeEach(() => sessionStorage.clear());

it("goes on after a reload with the client's own flows: a wrong code, another address, the right code", async () => {
  const first = showWith(tab());
  await ask();
  first.unmount();

  const onAuthenticated = vi.fn();
  const loginInPage = [fakeError("invalid_otp"), fakeUser];
  showWith(tab({ loginInPage }), { onAuthenticated });
  expect(screen.getByText(/Send it again in \d+ s/)).toBeInTheDocument();
  await answer("000000");
  await waitFor(() => expect(code()).toHaveAccessibleDescription(/wrong or has run out/));
  expect(code()).toHaveValue("");
  await userEvent.click(button("Use another address"));
  expect(email()).toHaveValue("ada@example.com");
  await userEvent.click(button("Send code"));
  await screen.findByLabelText("Code");
  await answer();
  await screen.findByRole("button", { name: "Signed in" });
  expect(onAuthenticated).toHaveBeenCalledOnce();
});

/** The client's own flows on an engine without a network: what a tab has after each load of the page. */
function tab(options: FakeEngineOptions = {}) {
  return createAuthClient({
    domain: "tenant.invalid",
    clientId: "app",
    checkSessionOnStart: false,
    engine: createFakeEngine(options),
  });
}
