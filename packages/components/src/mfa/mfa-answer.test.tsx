import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeChallenge, fakeError, fakeUser } from "@portico/core/testing";
import { Auth0Provider, type Mfa as MfaCalls, type MfaAuthenticated } from "@portico/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { describe, expect, it, vi } from "vitest";
import {
  app,
  button,
  code,
  having,
  never,
  phone,
  press,
  recovery,
  refuse,
  show,
  typeCode,
} from "../../test/mfa-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Mfa } from "./mfa.js";

keepConsoleQuiet();

describe("Mfa's code", () => {
  it("signs in with what was typed, once", async () => {
    const client = createFakeClient();
    const verify = vi.fn<MfaCalls["verify"]>(client.mfa.verify);
    const onAuthenticated = vi.fn();
    show({ ...having(app), verify }, { onAuthenticated });
    await typeCode("123 456");
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(onAuthenticated.mock.calls[0]?.[0]).toMatchObject({ user: { sub: fakeUser.sub } });
    expect(verify).toHaveBeenCalledOnce();
    expect(verify.mock.calls[0]?.[1]).toMatchObject({ otp: "123456" });
  });

  it("says where the code is, and is filled in by the browser", async () => {
    show();
    await press(/^Text message/);
    expect(await code()).toHaveAttribute("autocomplete", "one-time-code");
    expect(screen.getByText(/sent to XXXXXXXX4567/)).toBeInTheDocument();
  });

  it("asks for a code where there is none", async () => {
    const verify = vi.fn<MfaCalls["verify"]>(never);
    show({ ...having(app), verify });
    await code();
    await press(en.mfa.verify.submit);
    expect(await code()).toHaveAccessibleDescription(en.validation.code_required);
    expect(await code()).toHaveFocus();
    expect(verify).not.toHaveBeenCalled();
  });

  it("says a wrong code at its field, empties it and asks again", async () => {
    const onError = vi.fn();
    show({ ...having(app), verify: refuse(fakeError("invalid_otp")) }, { onError });
    await typeCode();
    await waitFor(async () =>
      expect(await code()).toHaveAccessibleDescription(en.errors.invalid_otp),
    );
    expect(await code()).toHaveValue("");
    expect(await code()).toHaveFocus();
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
    expect(onError).toHaveBeenCalledOnce();
    expect(document.documentElement.outerHTML).not.toContain("123456");
  });

  it.each([
    fakeError("rate_limited", {}, { retryAfter: 30_000 }),
    fakeError("too_many_attempts", {}, { retryAfter: 30_000 }),
  ])("is locked while the tenant asks to wait: $code", async (error) => {
    const verify = vi.fn<MfaCalls["verify"]>(refuse(error));
    show({ ...having(app), verify });
    await typeCode();
    await screen.findByText("Try again in 30 s");
    await typeCode();
    expect(verify).toHaveBeenCalledOnce();
  });

  it("renders nothing for a key", async () => {
    let commits = 0;
    const client = createFakeClient({ mfa: { ...having(app), verify: never } });
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Auth0Provider client={client}>
          <Mfa challenge={fakeChallenge} />
        </Auth0Provider>
      </Profiler>,
    );
    await code();
    commits = 0;
    await typeCode("12345");
    expect(commits).toBe(0);
  });

  it("sends another code, not at once, and says so", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const challenge = vi.fn<MfaCalls["challenge"]>(async () => ({
      factor: "sms",
      needsCode: true,
    }));
    show({ challenge });
    await press(/^Text message/);
    await press(en.passwordless.resend);
    expect(challenge).toHaveBeenCalledOnce();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    await press(en.passwordless.resend);
    expect(await screen.findByText(en.passwordless.resent)).toBeInTheDocument();
    expect(challenge).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it("says why another code could not be sent, and still takes the last one", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const challenge = vi.fn<MfaCalls["challenge"]>(async () => ({
      factor: "sms",
      needsCode: true,
    }));
    const verify = vi.fn<MfaCalls["verify"]>(never);
    show({ challenge, verify });
    await press(/^Text message/);
    await code();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    challenge.mockRejectedValueOnce(fakeError("rate_limited", {}, { retryAfter: 60_000 }));
    await press(en.passwordless.resend);
    expect(await screen.findByText(/Wait 60 seconds/)).toBeInTheDocument();
    expect(screen.getByText(/^Send it again in (60|59) s$/)).toBeInTheDocument();
    await typeCode();
    await waitFor(() => expect(verify).toHaveBeenCalledOnce());
    vi.useRealTimers();
  });

  it("is over when its time has passed, without anybody asking", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const challenge = { ...fakeChallenge, expiresAt: Date.now() + 600_000 };
    const { unmount } = show(having(app), { challenge, autoFocus: true, onStartOver: () => {} });
    await code();
    await act(() => vi.advanceTimersByTimeAsync(600_000));
    expect(screen.getByText(en.mfa.expired)).toBeInTheDocument();
    expect(screen.queryByLabelText("Code")).toBeNull();
    expect(screen.getByRole("region")).toHaveFocus();
    unmount();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

describe("Mfa's recovery code", () => {
  it("takes the factor's place, as it is written", async () => {
    const verify = vi.fn<MfaCalls["verify"]>(never);
    show({ ...having(app, recovery), verify });
    await press(en.mfa.byRecoveryCode);
    const field = screen.getByLabelText(en.fields.recoveryCode);
    expect(field).toHaveFocus();
    expect(field).toHaveAttribute("autocomplete", "off");
    await userEvent.type(field, " ABCD-1234-efgh {Enter}");
    await waitFor(() => expect(verify).toHaveBeenCalledOnce());
    expect(verify.mock.calls[0]?.[1]).toMatchObject({ recoveryCode: "ABCD-1234-efgh" });
  });

  it("leads back to the factor", async () => {
    show(having(app, recovery));
    await press(en.mfa.byRecoveryCode);
    await press(en.progress.back);
    expect(await code()).toHaveFocus();
  });

  it("can be chosen where it is not the only way", async () => {
    const verify = vi.fn<MfaCalls["verify"]>(never);
    show({ ...having(app, phone, recovery), verify });
    await press("Recovery code");
    await userEvent.type(await screen.findByLabelText(en.fields.recoveryCode), "ABCD{Enter}");
    await waitFor(() => expect(verify.mock.calls[0]?.[1]).toMatchObject({ recoveryCode: "ABCD" }));
  });

  it("is replaced by a new one, which the reader puts away before the app goes on", async () => {
    const onAuthenticated = vi.fn();
    const calls = createFakeClient();
    const verify = async (...given: Parameters<MfaCalls["verify"]>): Promise<MfaAuthenticated> => ({
      ...(await calls.mfa.verify(...given)),
      recoveryCode: "NEW-CODE",
    });
    show({ ...having(app, recovery), verify }, { onAuthenticated }, { user: fakeUser });
    await press(en.mfa.byRecoveryCode);
    await userEvent.type(screen.getByLabelText(en.fields.recoveryCode), "OLD{Enter}");
    expect(await screen.findByText("NEW-CODE")).toBeInTheDocument();
    expect(screen.getByRole("region", { name: en.mfa.recovery.title })).toHaveFocus();
    await press(en.mfa.recovery.submit);
    const box = screen.getByRole("checkbox", { name: en.mfa.recovery.saved });
    expect(box).toHaveFocus();
    expect(box).toHaveAccessibleDescription(en.mfa.recovery.required);
    expect(onAuthenticated).not.toHaveBeenCalled();
    await userEvent.click(box);
    expect(box).not.toBeInvalid();
    await press(en.mfa.recovery.submit);
    expect(onAuthenticated).toHaveBeenCalledOnce();
    await button(en.mfa.verify.done);
    expect(document.body).not.toHaveTextContent("NEW-CODE");
  });
});
