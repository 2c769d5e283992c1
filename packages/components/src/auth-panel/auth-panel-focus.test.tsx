import "@testing-library/jest-dom/vitest";
import { fakeChallenge } from "@portico/core/testing";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { input, press, showPanel, signIn } from "../../test/panel-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

describe("AuthPanel's focus", () => {
  it("stays where the reader is when somebody signs out elsewhere", async () => {
    render(<input aria-label="Elsewhere" />);
    const { client } = showPanel();
    await signIn();
    await screen.findByRole("heading", { name: /^You're signed in as/ });
    await userEvent.click(screen.getByLabelText("Elsewhere"));
    await act(async () => void (await client.logout({ local: true })));
    expect(await screen.findByLabelText("Password")).toBeVisible();
    expect(screen.getByLabelText("Elsewhere")).toHaveFocus();
  });

  it("goes to the card where that has to say why the reader is here again", async () => {
    showPanel({}, { challenge: { ...fakeChallenge, expiresAt: 0 } });
    await signIn();
    await press(en.mfa.startOver);
    await screen.findByText(en.authPanel.ranOut);
    const card = screen.getByRole("region", { name: en.login.title });
    expect(card).toHaveFocus();
    expect(card).toHaveAccessibleDescription(en.authPanel.ranOut);
    expect(input("E-mail")).toHaveValue("ada@example.com");
  });
});
