import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import type { Mfa as MfaCalls, MfaAuthenticated } from "@portico/react";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import {
  app,
  button,
  device,
  having,
  never,
  press,
  recovery,
  refuse,
  show,
} from "../../test/mfa-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

describe("Mfa's question on a device", () => {
  it("is waited for by itself, and the app hears of the answer once", async () => {
    const calls = createFakeClient();
    let answer = () => {};
    const verify = vi.fn<MfaCalls["verify"]>(
      (challenge, params) =>
        new Promise<MfaAuthenticated>((resolve) => {
          answer = () => resolve(calls.mfa.verify(challenge, params));
        }),
    );
    const onAuthenticated = vi.fn();
    show({ ...having(app, device), verify }, { onAuthenticated });
    await press(/^Notification/);
    const waiting = await button(/^Waiting for your answer/);
    expect(waiting).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByRole("region")).toHaveFocus();
    expect(verify).toHaveBeenCalledOnce();
    expect(verify.mock.calls[0]?.[1]).not.toHaveProperty("otp");
    await act(async () => answer());
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
  });

  it("is given up with the way back, and nobody calls that a failure", async () => {
    let signal: AbortSignal | undefined;
    const onError = vi.fn();
    const verify: MfaCalls["verify"] = (_challenge, params) =>
      new Promise((_, reject) => {
        ({ signal } = params);
        signal?.addEventListener("abort", () => reject(fakeError("aborted")));
      });
    show({ ...having(app, device), verify }, { onError });
    await press(/^Notification/);
    await button(/^Waiting/);
    await press(en.mfa.otherWay);
    await button("Authenticator app");
    expect(signal?.aborted).toBe(true);
    expect(onError).not.toHaveBeenCalled();
  });

  it("that was answered with no says so and can be asked again", async () => {
    const challenge = vi.fn<MfaCalls["challenge"]>(async () => ({
      factor: "push",
      needsCode: false,
    }));
    const verify = vi.fn<MfaCalls["verify"]>(never);
    verify.mockRejectedValueOnce(fakeError("access_denied"));
    show({ ...having(app, device), challenge, verify });
    await press(/^Notification/);
    expect(await screen.findByText(en.mfa.verify.denied)).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(en.errors.access_denied);
    challenge.mockRejectedValueOnce(fakeError("server"));
    await press(en.mfa.retry);
    expect(await screen.findByText(en.errors.server)).toBeInTheDocument();
    await press(en.mfa.retry);
    await button(/^Waiting/);
    expect(challenge).toHaveBeenCalledTimes(3);
    await waitFor(() => expect(verify).toHaveBeenCalledTimes(2));
  });

  it("goes on waiting after a failure, without another question", async () => {
    const challenge = vi.fn<MfaCalls["challenge"]>(async () => ({
      factor: "push",
      needsCode: false,
    }));
    const verify = vi.fn<MfaCalls["verify"]>(never);
    verify.mockRejectedValueOnce(fakeError("network", { online: true }));
    show({ ...having(app, device), challenge, verify });
    await press(/^Notification/);
    await screen.findByText(/We couldn't reach/);
    await press(en.mfa.retry);
    await button(/^Waiting/);
    expect(challenge).toHaveBeenCalledOnce();
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it("leaves room for a recovery code while it is waited for", async () => {
    const verify = vi.fn<MfaCalls["verify"]>(never);
    show({ ...having(device, recovery), verify });
    await press(/^Notification/);
    await button(/^Waiting/);
    await press(en.mfa.byRecoveryCode);
    await userEvent.type(screen.getByLabelText(en.fields.recoveryCode), "ABCD{Enter}");
    await waitFor(() => expect(verify.mock.lastCall?.[1]).toMatchObject({ recoveryCode: "ABCD" }));
  });

  it("leaves room for a recovery code after a no, and is not waited for again", async () => {
    const verify = vi.fn<MfaCalls["verify"]>(refuse(fakeError("access_denied")));
    show({ ...having(device, recovery), verify });
    await press(/^Notification/);
    await screen.findByText(en.mfa.verify.denied);
    await press(en.mfa.byRecoveryCode);
    expect(screen.getByLabelText(en.fields.recoveryCode)).toHaveFocus();
    expect(document.body).not.toHaveTextContent(en.errors.access_denied);
    await press(en.progress.back);
    await button(en.mfa.retry);
    expect(verify).toHaveBeenCalledOnce();
  });
});
