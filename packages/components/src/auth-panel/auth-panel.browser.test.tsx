import { createFakeClient, fakeError, fakeUser } from "@portico/core/testing";
import { Auth0Provider, type AuthClient } from "@portico/react";
import { StrictMode, useState } from "react";
import { expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { en } from "../i18n/locales/en.js";
import { AuthPanel } from "./auth-panel.js";

const opener = page.getByRole("button", { name: "Open" });
const dialog = page.getByRole("dialog");
const email = dialog.getByLabelText("E-mail");
const password = dialog.getByLabelText("Password", { exact: true });

it("begins in the first field, goes back by the arrow, and gives the focus back on Esc", async () => {
  await show(createFakeClient());
  await opener.click();
  await expect.element(page.getByRole("dialog", { name: en.login.title })).toBeVisible();
  await expect.element(email).toHaveFocus();
  await userEvent.keyboard("ada@example.com");
  await dialog.getByRole("button", { name: en.login.forgot }).click();
  await expect.element(page.getByRole("dialog", { name: en.resetPassword.title })).toBeVisible();
  await expect.element(email).toHaveFocus();
  await expect.element(email).toHaveValue("ada@example.com");
  await dialog.getByRole("button", { name: en.progress.back, exact: true }).click();
  await expect.element(password).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

it("keeps the focus inside, however far the keyboard goes", async () => {
  await show(createFakeClient());
  await opener.click();
  await expect.element(email).toHaveFocus();
  for (let step = 0; step < 12; step++) {
    await userEvent.tab();
    const isOutside = document.activeElement?.matches("body > div button:not(dialog button)");
    expect(isOutside).toBe(false);
  }
});

it("ends a call under way when it is closed, and begins anew", async () => {
  let signal: AbortSignal | undefined;
  const onError = vi.fn();
  const login: AuthClient["login"] = (params) =>
    new Promise((_, reject) => {
      signal = params.signal;
      signal?.addEventListener("abort", () => reject(fakeError("aborted")));
    });
  await show(createFakeClient({ login }));
  await opener.click();
  await userEvent.fill(email, "ada@example.com");
  await userEvent.fill(password, "engine");
  await userEvent.keyboard("{Enter}");
  await expect.element(dialog.getByRole("button", { name: en.login.pending })).toBeVisible();
  await dialog.getByRole("button", { name: en.authPanel.close }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(signal?.aborted).toBe(true);
  expect(onError).not.toHaveBeenCalled();
  await opener.click();
  await expect.element(email).toHaveValue("");
  await expect.element(password).toHaveValue("");
});

it("says who has signed in, where the keyboard is", async () => {
  await show(createFakeClient());
  await opener.click();
  await userEvent.fill(email, "ada@example.com");
  await userEvent.fill(password, "engine");
  await userEvent.keyboard("{Enter}");
  const words = en.authPanel.signedIn(fakeUser.name);
  await expect.element(dialog.getByRole("region", { name: words })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(opener).toHaveFocus();
});

function show(client: AuthClient) {
  return render(
    <StrictMode>
      <Auth0Provider client={client}>
        <Page />
      </Auth0Provider>
    </StrictMode>,
  );
}

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <AuthPanel dialog open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
