import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { fakeInbox } from "../../test/fake-inbox.js";
import { answer, ask, button, code, email, show, showWith } from "../../test/passwordless-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";

keepConsoleQuiet();

describe("Passwordless", () => {
  it("sends a code, says where it went, and signs in with it", async () => {
    const onAuthenticated = vi.fn();
    const { client, start, verify } = watched();
    showWith(client, { onAuthenticated, audience: "https://api" });
    await ask(" ada@example.com ");
    expect(start.mock.calls[0]?.[0]).toMatchObject({
      email: "ada@example.com",
      send: "code",
      language: "en",
      audience: "https://api",
    });
    const card = screen.getByRole("region", { name: "Enter the code" });
    expect(card).toHaveTextContent("We've sent it to ada@example.com.");
    expect(code()).toHaveFocus();
    expect(code()).toHaveAccessibleDescription("We've sent it to ada@example.com.");
    await answer();
    await screen.findByRole("button", { name: "Signed in" });
    expect(start).toHaveBeenCalledOnce();
    expect(verify).toHaveBeenCalledOnce();
    expect(verify.mock.calls[0]?.[1]).toMatchObject({ otp: "123456", audience: "https://api" });
    expect(onAuthenticated).toHaveBeenCalledOnce();
    expect(code()).toHaveValue("");
  });

  it("sends a code to a phone, as it is dialled in the reader's country", async () => {
    const { client, start } = watched();
    showWith(client, { channel: "phone", defaultCountry: "DE" });
    const phone = screen.getByLabelText("Phone number");
    expect(phone).toHaveAttribute("type", "tel");
    expect(phone).toHaveAttribute("autocomplete", "tel");
    await userEvent.type(phone, "030 901820{Enter}");
    await screen.findByLabelText("Code");
    expect(start.mock.calls[0]?.[0]).toMatchObject({ phoneNumber: "+4930901820" });
    expect(screen.getByRole("region")).toHaveTextContent("+4930901820");
  });

  it("sends a link, and takes the focus to what is left to do", async () => {
    const { client, start } = watched();
    const appState = { returnTo: "/board" };
    showWith(client, { send: "link", appState });
    await userEvent.type(email(), "ada@example.com{Enter}");
    const card = await screen.findByRole("region", { name: "Check your inbox" });
    expect(card).toHaveFocus();
    expect(start.mock.calls[0]?.[0]).toMatchObject({ send: "link", appState });
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("leaves the choice to the reader, and takes what was typed to the password", async () => {
    const onPassword = vi.fn();
    const { client, start } = watched();
    const connection = { email: "mail", phone: "text" };
    showWith(client, { channel: "either", onPassword, connection });
    await userEvent.type(email(), "ada@example.com");
    await userEvent.click(button(/phone/));
    const phone = screen.getByLabelText("Phone number");
    expect(phone).toHaveFocus();
    await userEvent.type(phone, "+49 30 901820");
    await userEvent.click(button(/password/));
    expect(onPassword).toHaveBeenLastCalledWith("+49 30 901820");
    await userEvent.click(button(/e-mail/));
    expect(email()).toHaveValue("ada@example.com");
    await userEvent.click(button(/password/));
    expect(onPassword).toHaveBeenLastCalledWith("ada@example.com");
    await userEvent.click(button(/phone/));
    await userEvent.type(screen.getByLabelText("Phone number"), "{Enter}");
    await screen.findByLabelText("Code");
    expect(start.mock.calls[0]?.[0]).toMatchObject({ connection: "text" });
    expect(start.mock.calls[0]?.[0]).not.toHaveProperty("email");
  });

  it.each([
    ["the language it is given", { language: "fr", messages: { locale: "de" } }, "fr"],
    ["its own language", { messages: { locale: "de" } }, "de"],
  ])("asks for a message in %s", async (_whose, props, language) => {
    const { client, start } = watched();
    showWith(client, props);
    await ask();
    expect(start.mock.calls[0]?.[0]).toMatchObject({ language });
  });

  it("goes back to what was typed, and to the step before that", async () => {
    const onBack = vi.fn();
    show({}, { onBack });
    await ask();
    await userEvent.type(code(), "12");
    await userEvent.click(button("Back"));
    expect(email()).toHaveFocus();
    expect(email()).toHaveValue("ada@example.com");
    expect(onBack).not.toHaveBeenCalled();
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByLabelText("Code")).toHaveValue("");
    await userEvent.click(button("Use another address"));
    await userEvent.click(button("Back"));
    expect(onBack).toHaveBeenCalledOnce();
  });

  it("goes on after a reload without taking the focus, and knows the address", async () => {
    const sent = { destination: "ada@example.com" };
    show({ passwordless: fakeInbox({ sent }) });
    expect(code()).not.toHaveFocus();
    await userEvent.click(button("Use another address"));
    expect(email()).toHaveValue("ada@example.com");
    expect(email()).toHaveFocus();
  });

  it("focuses its first field when it was asked for", () => {
    show({}, { autoFocus: true });
    expect(email()).toHaveFocus();
  });

  it("starts again when somebody signs out", async () => {
    const client = createFakeClient();
    showWith(client);
    await ask();
    await answer();
    await screen.findByRole("button", { name: "Signed in" });
    await act(async () => void (await client.logout({ local: true })));
    await waitFor(() => expect(email()).toHaveValue("ada@example.com"));
  });

  it("can be worked by the keyboard alone", async () => {
    const onAuthenticated = vi.fn();
    show({ passwordless: fakeInbox() }, { onAuthenticated, autoFocus: true });
    await userEvent.keyboard("ada@example.com{Enter}");
    await screen.findByLabelText("Code");
    await userEvent.tab();
    await userEvent.tab();
    expect(button("Send it again")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await screen.findByText("We've sent another one.");
    await userEvent.tab({ shift: true });
    await userEvent.tab({ shift: true });
    await userEvent.keyboard("123456");
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
  });
});

/** A client whose calls are watched. */
function watched() {
  const client = createFakeClient();
  const start = vi.spyOn(client.passwordless, "start");
  const verify = vi.spyOn(client.passwordless, "verify");
  return { client, start, verify };
}
