import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import type { AuthClient, SignupOutcome } from "@portico/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { showSignup, signUp, watchedSignup } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

describe("Signup beside other things", () => {
  it("gives up the window of another way in when it is sent", async () => {
    let closing: AbortSignal | undefined;
    const loginWithPopup: AuthClient["loginWithPopup"] = ({ signal } = {}) => {
      closing = signal;
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(fakeError("aborted")));
      });
    };
    const signup = watchedSignup();
    showSignup({ loginWithPopup, signup }, { connections: ["github"], socialMode: "popup" });
    await userEvent.click(await screen.findByRole("button", { name: "Continue with GitHub" }));
    expect(closing?.aborted).toBe(false);
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(closing?.aborted).toBe(true);
  });

  it("leaves the focus to a reader who has gone on meanwhile", async () => {
    let end: ((outcome: SignupOutcome) => void) | undefined;
    const answer = new Promise<SignupOutcome>((resolve) => (end = resolve));
    const signup = vi.fn(() => answer);
    render(<input aria-label="Elsewhere" />);
    showSignup({ signup });
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    await userEvent.click(screen.getByLabelText("Elsewhere"));
    act(() => end?.({ kind: "accepted", destination: "ada@example.com" }));
    await screen.findByRole("region", { name: en.signup.neutralTitle });
    expect(screen.getByLabelText("Elsewhere")).toHaveFocus();
  });
});
