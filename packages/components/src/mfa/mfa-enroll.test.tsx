import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import type { Mfa as MfaCalls } from "@portico/react";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import {
  button,
  code,
  enrolOnly,
  never,
  press,
  refuse,
  show,
  typeCode,
} from "../../test/mfa-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

const secret = "JBSWY3DPEHPK3PXP";
const barcodeUri = `otpauth://totp/board:ada?secret=${secret}`;
const enrolled: MfaCalls["enroll"] = async (_challenge, { factor }) => ({
  factor,
  needsCode: factor !== "push",
  ...(factor === "otp" && { barcodeUri, secret, recoveryCodes: ["RECOVERY-1"] }),
  ...(factor === "push" && { barcodeUri: "otpauth://push" }),
});

function enrol(mfa: Partial<MfaCalls> = {}, props: Parameters<typeof show>[1] = {}) {
  return show({ enroll: enrolled, ...mfa }, { challenge: enrolOnly, ...props });
}

async function keepCode(): Promise<void> {
  await userEvent.click(await screen.findByRole("checkbox", { name: en.mfa.recovery.saved }));
  await press(en.mfa.recovery.submit);
}

describe("Mfa, where a factor is set up", () => {
  it("offers what the tenant would set up, and lists nothing", async () => {
    const authenticators = vi.fn<MfaCalls["authenticators"]>(never);
    enrol({ authenticators });
    await button("Authenticator app");
    const names = screen.getAllByRole("button").map((each) => each.textContent?.trim());
    expect(names).toEqual([
      "Authenticator app",
      "Text message",
      "E-mail",
      "Notification on your device",
    ]);
    expect(authenticators).not.toHaveBeenCalled();
  });

  it("shows an app's picture and key, and signs in with its code", async () => {
    const verify = vi.fn<MfaCalls["verify"]>(createFakeClient().mfa.verify);
    const onAuthenticated = vi.fn();
    enrol({ verify }, { onAuthenticated });
    await press("Authenticator app");
    await keepCode();
    const picture = await screen.findByRole("img", { name: en.mfa.enroll.qrCode });
    await waitFor(() => expect(picture).toHaveAttribute("data-state", "drawn"));
    expect(screen.getByRole("group", { name: en.mfa.enroll.otpTitle })).toHaveFocus();
    expect(screen.getByText("JBSW Y3DP EHPK 3PXP")).toBeInTheDocument();
    await typeCode();
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(verify.mock.calls[0]?.[1]).toMatchObject({ otp: "123456" });
  });

  it("shows recovery codes before the first answer signs in, and waits until they are kept", async () => {
    enrol();
    await press("Authenticator app");
    expect(await screen.findByText("RECOVERY-1")).toBeInTheDocument();
    expect(screen.getByRole("region", { name: en.mfa.recovery.title })).toHaveFocus();
    await press(en.mfa.recovery.submit);
    expect(screen.getByRole("checkbox")).toHaveAccessibleDescription(en.mfa.recovery.required);
    await keepCode();
    await code();
    expect(document.body).not.toHaveTextContent("RECOVERY-1");
  });

  it("keeps the app's secret out of the address, the storages and every attribute", async () => {
    const { container } = enrol();
    await press("Authenticator app");
    await keepCode();
    await waitFor(() => expect(screen.getByRole("img")).toHaveAttribute("data-state", "drawn"));
    const attributes = Array.from(container.querySelectorAll("*"), (element) =>
      Array.from(element.attributes, ({ value }) => value),
    ).flat();
    for (const place of [...attributes, location.href, ...Object.values(localStorage)]) {
      expect(place).not.toMatch(/otpauth|JBSW/);
    }
    expect(sessionStorage).toHaveLength(0);
  });

  it("copies the key without its gaps, and says so", async () => {
    const person = userEvent.setup();
    enrol();
    await press("Authenticator app");
    await keepCode();
    await person.click(await button(en.mfa.enroll.copy));
    expect(await navigator.clipboard.readText()).toBe(secret);
    expect(await screen.findByText(en.mfa.enroll.copied)).toHaveAttribute("role", "status");
  });

  it("selects the key where the browser lets nothing be copied", async () => {
    const person = userEvent.setup();
    const refused = new DOMException("no", "NotAllowedError");
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(refused);
    enrol();
    await press("Authenticator app");
    await keepCode();
    await person.click(await button(en.mfa.enroll.copy));
    await waitFor(() => expect(getSelection()?.toString()).toBe("JBSW Y3DP EHPK 3PXP"));
    expect(screen.queryByText(en.mfa.enroll.copied)).toBeNull();
  });

  it("sends a phone its code, and leads back to the number, which is still there", async () => {
    const enroll = vi.fn<MfaCalls["enroll"]>(enrolled);
    enrol({ enroll }, { defaultCountry: "DE" });
    await press("Text message");
    const number = await screen.findByLabelText("Phone number");
    expect(number).toHaveFocus();
    await userEvent.type(number, "030 901820{Enter}");
    expect(await screen.findByText(/sent to \+4930901820/)).toBeInTheDocument();
    expect(await code()).toHaveFocus();
    expect(enroll.mock.calls[0]?.[1]).toMatchObject({
      factor: "sms",
      phoneNumber: "+4930901820",
    });
    await press(en.progress.back);
    expect(await screen.findByLabelText("Phone number")).toHaveValue("+4930901820");
    await press(en.progress.back);
    await button("Authenticator app");
    expect(screen.getByRole("region", { name: en.mfa.enroll.title })).toHaveFocus();
  });

  it("says at the field what is wrong with a number", async () => {
    const onError = vi.fn();
    enrol({ enroll: refuse(fakeError("invalid_phone_number")) }, { onError });
    await press("Text message");
    const number = await screen.findByLabelText("Phone number");
    await userEvent.type(number, "12{Enter}");
    expect(number).toHaveAccessibleDescription(en.validation.phone_invalid);
    await userEvent.clear(number);
    await userEvent.type(number, "+4930901820{Enter}");
    await waitFor(() => expect(number).toHaveAccessibleDescription(en.errors.invalid_phone_number));
    expect(number).toHaveValue("+4930901820");
    expect(onError).toHaveBeenCalledOnce();
  });

  it("sends an address its code", async () => {
    const enroll = vi.fn<MfaCalls["enroll"]>(enrolled);
    enrol({ enroll });
    await press("E-mail");
    const address = await screen.findByLabelText("E-mail");
    await userEvent.type(address, "ada{Enter}");
    expect(address).toHaveAccessibleDescription(en.validation.email_invalid);
    await userEvent.type(address, "@example.com{Enter}");
    expect(await screen.findByText(/sent to ada@example.com/)).toBeInTheDocument();
    expect(enroll.mock.calls[0]?.[1]).toMatchObject({ email: "ada@example.com" });
  });

  it("waits for a device that scans its picture", async () => {
    const calls = createFakeClient();
    let answer = () => {};
    const verify: MfaCalls["verify"] = (challenge, params) =>
      new Promise((resolve) => {
        answer = () => resolve(calls.mfa.verify(challenge, params));
      });
    const onAuthenticated = vi.fn();
    enrol({ verify }, { onAuthenticated });
    await press(/^Notification/);
    expect(await screen.findByRole("img", { name: en.mfa.enroll.qrCode })).toBeInTheDocument();
    await button(/^Waiting/);
    await act(async () => answer());
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
  });

  it("leads back from a device that said no, to whom nothing can be sent again", async () => {
    enrol({ verify: refuse(fakeError("access_denied")) });
    await press(/^Notification/);
    await screen.findByText(en.mfa.verify.denied);
    expect(screen.queryByRole("button", { name: en.mfa.retry })).toBeNull();
    await press(en.progress.back);
    await button("Authenticator app");
  });
});
