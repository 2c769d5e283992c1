import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { Auth0Provider, type AuthClient, type Passwordless as Calls } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { fakeInbox } from "../../test/fake-inbox.js";
import { ask, button, code, email, never, show } from "../../test/passwordless-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import type { CaptchaProps } from "../parts/captcha-box.js";
import { Passwordless, type PasswordlessProps } from "./passwordless.js";

keepConsoleQuiet();

describe("Passwordless's rendering", () => {
  it("renders nothing for a key, at any step", async () => {
    let commits = 0;
    const verify = vi.fn<Calls["verify"]>(never);
    render(
      <Profiler id="all" onRender={() => void commits++}>
        {page({ channel: "either" }, createFakeClient({ passwordless: { verify } }))}
      </Profiler>,
    );
    const typing = async (input: HTMLElement, text: string) => {
      const before = commits;
      await userEvent.type(input, text);
      expect(commits).toBe(before);
    };
    await typing(email(), "ada@example.com");
    await userEvent.click(button(/phone/));
    await typing(screen.getByLabelText("Phone number"), "202 555 0143");
    await userEvent.click(button(/e-mail/));
    await userEvent.click(button("Send code"));
    await screen.findByLabelText("Code");
    const seconds = /in \d+ s/;
    const shown = screen.getByText(seconds).textContent;
    commits = 0;
    await userEvent.type(code(), "12345");
    // A second may pass meanwhile, which the countdown shows.
    const passed = screen.getByText(seconds).textContent === shown ? 0 : 1;
    expect(commits).toBeLessThanOrEqual(passed * 5);
    expect(verify).not.toHaveBeenCalled();
  });

  it("renders on a server as a form that cannot put anything into an address", () => {
    for (const channel of ["email", "phone"] as const) {
      const html = renderToString(page({ channel }));
      expect(html).toContain('method="post"');
      expect(html).not.toContain("action=");
      expect(html).toMatch(/<button[^>]*type="submit"[^>]*disabled/);
      expect(html).not.toMatch(/<[^>]+\sstyle=/);
    }
  });

  it("hydrates at the step that a message is waited for, and leaves the focus alone", () => {
    const sent = { destination: "ada@example.com" };
    const ui = page({}, createFakeClient({ passwordless: fakeInbox({ sent, wait: 20_000 }) }));
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(ui);
    expect(email()).toBeInTheDocument();
    render(ui, { container, hydrate: true });
    expect(code()).not.toHaveFocus();
    expect(screen.getByText(/Send it again in/)).toBeInTheDocument();
  });

  it("stops what it does when it goes", async () => {
    let signal: AbortSignal | undefined;
    const start = vi.fn<Calls["start"]>(async (params) => {
      signal = params.signal ?? undefined;
      return never();
    });
    const { unmount } = show({ passwordless: { start } });
    await userEvent.type(email(), "ada@example.com{Enter}");
    await waitFor(() => expect(start).toHaveBeenCalledOnce());
    unmount();
    expect(signal?.aborted).toBe(true);
  });

  it("asks for a captcha for every message, and sends its answer", async () => {
    const inbox = fakeInbox();
    const start = vi.fn<Calls["start"]>(inbox.start);
    const captcha = ({ onSolved, attempt }: CaptchaProps) => (
      <button type="button" onClick={() => onSolved(`solved ${attempt}`, "state")}>
        Solve
      </button>
    );
    show({ passwordless: { ...inbox, start } }, { captcha });
    await userEvent.type(email(), "ada@example.com{Enter}");
    await screen.findByText("Finish the check first.");
    expect(start).not.toHaveBeenCalled();
    await userEvent.click(button("Solve"));
    await userEvent.click(button("Send code"));
    await screen.findByLabelText("Code");
    expect(start.mock.calls[0]?.[0]).toMatchObject({ captcha: "solved 1", captchaState: "state" });
    await userEvent.click(button("Send it again"));
    expect(email()).toHaveValue("ada@example.com");
    expect(button("Solve")).toBeInTheDocument();
  });

  it("asks the app before anything is sent, and never shows it a code", async () => {
    const onBeforeSubmit = vi.fn();
    show({}, { onBeforeSubmit });
    await ask();
    expect(onBeforeSubmit.mock.calls[0]?.[0]).toEqual({ email: "ada@example.com" });
    await userEvent.type(code(), "123456");
    await screen.findByRole("button", { name: "Signed in" });
    expect(onBeforeSubmit.mock.calls.at(-1)?.[0]).toEqual({});
  });

  it("takes other words, parts and looks", async () => {
    show(
      {},
      {
        title: null,
        messages: { passwordless: { resend: "Once more" }, fields: { code: "Digits" } },
        slots: { ResendButton: ({ Default, ...props }) => <Default {...props} data-mine="" /> },
      },
    );
    expect(screen.getByRole("region", { name: "Sign in with a code" })).toBeInTheDocument();
    await userEvent.type(email(), "ada@example.com{Enter}");
    await screen.findByLabelText("Digits");
    expect(screen.queryByRole("heading")).toBeNull();
    expect(button("Once more")).toHaveAttribute("data-mine");
  });
});

function page(props: PasswordlessProps, client: AuthClient = createFakeClient()): ReactNode {
  return (
    <Auth0Provider client={client}>
      <Passwordless {...props} />
    </Auth0Provider>
  );
}
