import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import {
  button,
  never,
  password,
  refuse,
  secret,
  show,
  signIn,
  type,
} from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

describe("Login's password", () => {
  it("shows and hides the password without losing it, and hides it to send it", async () => {
    show({ login: never });
    await type();
    const toggle = button("Show password");
    expect(toggle).toHaveAttribute("type", "button");
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute("aria-pressed", "true");
    expect(password()).toHaveAttribute("type", "text");
    expect(password()).toHaveValue(secret);
    expect(password()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(password()).toHaveAttribute("type", "password"));
  });

  it("says that Caps Lock is on", async () => {
    show();
    await userEvent.type(password(), "{CapsLock}a");
    expect(screen.getByText(en.fields.capsLock)).toBeInTheDocument();
    await userEvent.tab();
    expect(screen.queryByText(en.fields.capsLock)).toBeNull();
  });

  it("leaves no password in the page or in React after a refusal", async () => {
    const { container } = show({ login: refuse(fakeError("invalid_credentials")) });
    await type();
    // It finds what is there.
    expect(isInFibers(container, en.fields.password)).toBe(true);
    expect(isInFibers(container, secret)).toBe(false);
    await userEvent.keyboard("{Enter}");
    await screen.findByText(en.errors.invalid_credentials);
    expect(isInFibers(container, secret)).toBe(false);
    expect(document.documentElement.outerHTML).not.toContain(secret);
  });

  it("leaves no password in the page or in React after a sign-in", async () => {
    const { container } = show();
    await signIn();
    await screen.findByRole("button", { name: "Signed in" });
    await waitFor(() => expect(password()).toHaveValue(""));
    expect(isInFibers(container, secret)).toBe(false);
  });
});

/** Looks through everything that React keeps about a container: props, state, refs and what they hold. */
function isInFibers(container: Element, needle: string): boolean {
  const seen = new Set<unknown>();
  const queue: unknown[] = Object.entries(container)
    .filter(([key]) => key.startsWith("__reactContainer"))
    .map(([, fiber]) => fiber);
  while (queue.length > 0) {
    const value = queue.pop();
    if (typeof value === "string" && value.includes(needle)) return true;
    if (value === null || typeof value !== "object" || seen.has(value)) continue;
    // An input holds what was typed, as it must until it is sent.
    if (value instanceof Node || value === window) continue;
    seen.add(value);
    if (value instanceof Map || value instanceof Set) queue.push(...value.values());
    for (const key of Object.keys(value)) {
      queue.push((value as Record<string, unknown>)[key]);
    }
  }
  return false;
}
