import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import type { AuthClient } from "@portico/react";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Tenant } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { showSignup, signUp, watchedSignup } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";
import { Signup } from "./signup.js";

const terms = (
  <>
    I agree to the <a href="/terms">terms</a>
  </>
);

function box(): HTMLInputElement {
  return screen.getByRole("checkbox", { name: "I agree to the terms" });
}

keepConsoleQuiet();

describe("Signup's terms", () => {
  afterEach(() => void vi.useRealTimers());

  it("are a line of text where nobody has to tick them", () => {
    showSignup({}, { terms });
    expect(screen.getByRole("link", { name: "terms" })).toBeInTheDocument();
    expect(screen.queryByRole("checkbox")).toBeNull();
  });

  it("hold the form back until they are ticked", async () => {
    const signup = watchedSignup();
    showSignup({ signup }, { terms, termsRequired: true });
    await signUp();
    await waitFor(() => expect(box()).toHaveAccessibleDescription(en.validation.terms_required));
    expect(box()).toHaveFocus();
    expect(signup).not.toHaveBeenCalled();
    await userEvent.keyboard(" ");
    expect(box()).not.toBeInvalid();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
  });

  it("leave the time of the agreement in the metadata", async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 31, 12), shouldAdvanceTime: true });
    const signup = watchedSignup();
    showSignup({ signup }, { terms, termsRequired: true });
    await userEvent.click(box());
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0].userMetadata).toEqual({
      terms_accepted_at: expect.stringMatching(/^2026-01-31T12:0\d:\d\d\.\d{3}Z$/),
    });
  });

  it("hold other ways in back as well, and take that back when they are ticked", async () => {
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(async () => ({
      kind: "redirecting",
    }));
    showSignup(
      { loginWithConnection },
      { terms, termsRequired: true, connections: ["google-oauth2"] },
    );
    const google = screen.getByRole("button", { name: "Continue with Google" });
    await userEvent.click(google);
    await waitFor(() => expect(box()).toHaveAccessibleDescription(en.validation.terms_required));
    expect(box()).toHaveFocus();
    expect(loginWithConnection).not.toHaveBeenCalled();
    await userEvent.click(box());
    await waitFor(() => expect(box()).not.toBeInvalid());
    await userEvent.click(google);
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({ connection: "google-oauth2" });
  });

  it("have to be there where they have to be agreed to", () => {
    const page = (
      <Tenant client={createFakeClient()}>
        <Signup termsRequired />
      </Tenant>
    );
    expect(() => renderToString(page)).toThrow(/given none/);
  });
});
