import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import type { AuthClient, Challenged, Passwordless as Calls } from "@portico/react";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeInbox } from "../../test/fake-inbox.js";
import {
  answer,
  ask,
  button,
  code,
  email,
  never,
  refuse,
  show,
} from "../../test/passwordless-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

// Time passes at its own pace, and faster where a test says so.
beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

describe("Passwordless, refused", () => {
  it("asks for an address before anything is sent", async () => {
    const start = vi.fn<Calls["start"]>(never);
    show({ passwordless: { start } });
    await userEvent.click(button("Send code"));
    await waitFor(() => expect(email()).toHaveAccessibleDescription(en.validation.email_required));
    expect(email()).toHaveFocus();
    await userEvent.type(email(), "ada@example.com");
    expect(email()).not.toBeInvalid();
    expect(start).not.toHaveBeenCalled();
  });

  it.each([
    ["invalid_phone_number", en.errors.invalid_phone_number],
    ["sms_provider_error", en.errors.sms_provider_error],
  ] as const)("says %s at the number, which stays", async (failure, words) => {
    const onError = vi.fn();
    show(
      { passwordless: { start: refuse(fakeError(failure)) } },
      { channel: "phone", defaultCountry: "DE", onError },
    );
    const phone = screen.getByLabelText("Phone number");
    await userEvent.type(phone, "030 901820{Enter}");
    await waitFor(() => expect(phone).toHaveAccessibleDescription(words));
    expect(phone).toHaveFocus();
    expect(phone).toHaveValue("030 901820");
    expect(screen.getByLabelText("Country")).toHaveValue("DE");
    expect(onError).toHaveBeenCalledOnce();
  });

  it("judges the number again when another country is chosen", async () => {
    show({}, { channel: "phone", countries: ["DE", "AT"], defaultCountry: "ZZ" });
    const phone = screen.getByLabelText("Phone number");
    await userEvent.type(phone, "030 901820{Enter}");
    await waitFor(() => expect(phone).toHaveAccessibleDescription(en.validation.phone_invalid));
    await userEvent.selectOptions(screen.getByLabelText("Country"), "DE");
    await waitFor(() => expect(phone).not.toBeInvalid());
  });

  it("empties a wrong code, says so at its field and asks again", async () => {
    const verify = vi.fn<Calls["verify"]>(refuse(fakeError("invalid_otp")));
    show({ passwordless: { verify } });
    await ask();
    await answer("000000");
    await waitFor(() => expect(code()).toHaveAccessibleDescription(/wrong or has run out/));
    expect(code()).toHaveValue("");
    expect(code()).toHaveFocus();
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
    await userEvent.keyboard("1");
    await waitFor(() => expect(code()).not.toBeInvalid());
    await userEvent.keyboard("11111");
    await waitFor(() => expect(verify).toHaveBeenCalledTimes(2));
  });

  it("sends each of ten wrong codes once", async () => {
    const verify = vi.fn<Calls["verify"]>(refuse(fakeError("invalid_otp")));
    show({ passwordless: { verify } });
    await ask();
    for (let round = 1; round <= 10; round++) {
      await userEvent.type(code(), "000000{Enter}");
      await waitFor(() => expect(code()).toHaveValue(""));
      expect(verify).toHaveBeenCalledTimes(round);
    }
  });

  it("sends a code once, however often it is asked to", async () => {
    const verify = vi.fn<Calls["verify"]>(never);
    show({ passwordless: { verify } });
    await ask();
    await userEvent.type(code(), "123456{Enter}{Enter}");
    await userEvent.dblClick(screen.getByRole("button", { name: /^Sign/ }));
    await answer("654321");
    expect(verify).toHaveBeenCalledOnce();
  });

  it.each(["too_many_attempts", "rate_limited"] as const)(
    "waits after %s, with the seconds in sight and in silence",
    async (failure) => {
      const verify = vi.fn<Calls["verify"]>(refuse(fakeError(failure, {}, { retryAfter: 20_000 })));
      show({ passwordless: { verify } });
      await ask();
      await answer();
      await screen.findByText("Try again in 20 s");
      expect(screen.getByRole("alert")).not.toBeEmptyDOMElement();
      await answer("654321");
      await userEvent.keyboard("{Enter}");
      expect(verify).toHaveBeenCalledOnce();
      await act(() => vi.advanceTimersByTimeAsync(20_000));
      expect(code()).toHaveValue("654321");
      await userEvent.click(button("Sign in"));
      await waitFor(() => expect(verify).toHaveBeenCalledTimes(2));
    },
  );

  it("says why a message was not sent again, and counts down until it may be", async () => {
    const onError = vi.fn();
    const inbox = fakeInbox();
    const resend = refuse(fakeError("rate_limited", {}, { retryAfter: 30_000 }));
    show({ passwordless: { ...inbox, resend } }, { onError });
    await ask();
    await userEvent.click(button("Send it again"));
    await screen.findByText(/Wait 30 seconds/);
    expect(button("Sign in")).not.toHaveAttribute("aria-disabled");
    expect(onError).toHaveBeenCalledOnce();
  });

  it("forgets that a code was wrong when another one was sent", async () => {
    const verify = refuse(fakeError("invalid_otp"));
    show({ passwordless: { ...fakeInbox(), verify } });
    await ask();
    await answer("000000");
    await waitFor(() => expect(code()).toBeInvalid());
    await userEvent.click(button("Send it again"));
    await screen.findByText("We've sent another one.");
    expect(code()).not.toBeInvalid();
  });

  it("hands over to the sign-in page where a second factor is due that the app has no screen for", async () => {
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(never);
    show({ passwordless: { verify: async () => challenged }, loginWithConnection });
    await ask();
    await answer();
    const onward = await screen.findByRole("button", { name: en.progress.hosted });
    expect(onward).toHaveFocus();
    await userEvent.dblClick(onward);
    expect(loginWithConnection).toHaveBeenCalledOnce();
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({ loginHint: "ada@example.com" });
  });

  it("hands the challenge to an app that has one", async () => {
    const onChallenge = vi.fn();
    show({ passwordless: { verify: async () => challenged } }, { onChallenge });
    await ask();
    await answer();
    await waitFor(() => expect(onChallenge).toHaveBeenCalledExactlyOnceWith(challenged.challenge));
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
  });

  it("leaves no code in the page or in an address", async () => {
    show({ passwordless: { verify: refuse(fakeError("invalid_otp")) } });
    await ask();
    await answer("987654");
    await waitFor(() => expect(code()).toBeInvalid());
    expect(document.documentElement.outerHTML).not.toContain("987654");
    expect(window.location.href).not.toContain("987654");
  });

  it("says nothing that tells a known address from an unknown one", async () => {
    const seen: string[] = [];
    for (const address of ["known@example.com", "other@example.com"]) {
      const { container, unmount } = show({ passwordless: fakeInbox() });
      await ask(address);
      seen.push(container.innerHTML.replaceAll(address, "").replace(/_r_\w+_|:r\w+:/g, ""));
      unmount();
    }
    expect(seen[0]).toBe(seen[1]);
  });
});

const challenged: Challenged = {
  kind: "challenge",
  challenge: { type: "mfa", expiresAt: Number.MAX_SAFE_INTEGER },
  error: fakeError("mfa_required"),
};
