import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError, type FakeClientOptions } from "@portico/core/testing";
import { Auth0Provider, type AuthError } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { describe, expect, it, vi } from "vitest";
import { provenAddress, withAccounts } from "../../test/linked-accounts.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { LinkAccounts, type LinkAccountsProps } from "./link-accounts.js";

keepConsoleQuiet();

const address = "ada@work.example";

function show(
  passwordless: FakeClientOptions["passwordless"] = {},
  props: LinkAccountsProps = {},
  calls: FakeClientOptions = {},
) {
  const onRender = vi.fn();
  const client = createFakeClient(withAccounts([], { ...calls, passwordless }));
  render(
    <Profiler id="all" onRender={onRender}>
      <Auth0Provider client={client}>
        <LinkAccounts passwordless="email" {...props} />
      </Auth0Provider>
    </Profiler>,
  );
  return { client, onRender };
}

const button = (name: string) => screen.findByRole("button", { name });
const press = async (name: string) => userEvent.click(await button(name));
const email = () => screen.findByLabelText<HTMLInputElement>("E-mail");
const code = () => screen.findByLabelText<HTMLInputElement>("Code");

async function send(): Promise<void> {
  await press("Link an e-mail address");
  await userEvent.type(await email(), `${address}{Enter}`);
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

describe("LinkAccounts, by a code,", () => {
  it("sends it, takes it, asks, and links; the tab waits for no sign-in", async () => {
    const prove = vi.fn(async () => provenAddress);
    const start = vi.fn(createFakeClient().passwordless.start);
    const onLinked = vi.fn();
    const { client } = show({ prove, start }, { onLinked });
    await send();
    expect(await code()).toHaveFocus();
    expect(start).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ email: address, language: "en", remember: false }),
    );
    expect(screen.getByRole("region")).toHaveTextContent(`We've sent it to ${address}.`);
    await userEvent.type(await code(), "123456");
    await press("Link accounts");
    await screen.findByText(`${address} is linked.`);
    expect(prove).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ destination: address }),
      expect.objectContaining({ otp: "123456" }),
    );
    expect(onLinked).toHaveBeenCalledOnce();
    expect(client.passwordless.pending()).toBeUndefined();
  });

  it("asks for what is missing at its field, and shows there what the tenant refuses", async () => {
    show({ start: refuse(fakeError("invalid_email")) });
    await press("Link an e-mail address");
    await press("Send code");
    expect(await email()).toHaveAccessibleDescription(en.validation.email_required);
    expect(await email()).toHaveFocus();
    await userEvent.type(await email(), `${address}{Enter}`);
    await waitFor(async () =>
      expect(await email()).toHaveAccessibleDescription(en.errors.invalid_email),
    );
    expect(await email()).toHaveValue(address);
  });

  it("empties a wrong code, and keeps the step", async () => {
    const onError = vi.fn();
    const error = fakeError("invalid_otp");
    show({ prove: refuse(error) }, { onError });
    await send();
    await userEvent.type(await code(), "123456");
    await waitFor(async () => expect(await code()).toBeInvalid());
    expect(await code()).toHaveValue("");
    expect(await code()).toHaveFocus();
    expect(await code()).toHaveAccessibleDescription(en.errors.invalid_otp);
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
  });

  it("tells the app too that another code could not be sent", async () => {
    const onError = vi.fn();
    const { start } = createFakeClient().passwordless;
    const startReady: typeof start = async (params) => {
      const started = await start(params);
      return { ...started, challenge: { ...started.challenge, resendAt: 0 } };
    };
    show({ start: startReady, resend: refuse(fakeError("server")) }, { onError });
    await send();
    await press(en.passwordless.resend);
    expect(await screen.findByText(en.errors.server)).toBeInTheDocument();
    expect(onError).toHaveBeenCalledOnce();
  });

  it("opens a window where a code does not do", async () => {
    const proveIdentity = vi.fn(async () => provenAddress);
    show({ prove: refuse(fakeError("mfa_required")) }, {}, { proveIdentity });
    await send();
    await userEvent.type(await code(), "123456");
    await press("Continue in a window");
    expect(proveIdentity).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ connection: "email", loginHint: address }),
    );
    expect(await button("Link accounts")).toBeInTheDocument();
  });

  it("counts down where the tenant asks to wait", async () => {
    const prove = vi.fn(refuse(fakeError("rate_limited", {}, { retryAfter: 30_000 })));
    show({ prove });
    await send();
    await userEvent.type(await code(), "123456");
    await screen.findByText(/Wait 30 seconds/);
    expect(await button("Continue")).toHaveAttribute("aria-disabled", "true");
    await userEvent.type(await code(), "123456");
    expect(prove).toHaveBeenCalledOnce();
  });

  it("goes back a step at a time, and keeps the address", async () => {
    show();
    await send();
    await code();
    await press("Back");
    expect(await email()).toHaveValue(address);
    expect(await email()).toHaveFocus();
    await press("Back");
    expect(await button("Link an e-mail address")).toHaveFocus();
  });

  it("sends to a phone, in E.164", async () => {
    const start = vi.fn(createFakeClient().passwordless.start);
    show({ start }, { passwordless: "sms" });
    await press("Link a phone number");
    const phone = await screen.findByLabelText("Phone number");
    expect(phone).toHaveFocus();
    await userEvent.type(phone, "+49 (0)30 901820{Enter}");
    await code();
    expect(start).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ phoneNumber: "+4930901820" }),
    );
  });

  it("renders nothing for a key", async () => {
    const { onRender } = show();
    await press("Link an e-mail address");
    const field = await email();
    onRender.mockClear();
    await userEvent.type(field, address);
    expect(onRender).not.toHaveBeenCalled();
  });
});
