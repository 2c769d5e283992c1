import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler, useState } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import {
  Tenant,
  button,
  email,
  never,
  password,
  refuse,
  secret,
  signIn,
} from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Login } from "./login.js";

keepConsoleQuiet();

describe("Login's rendering", () => {
  it("renders nothing for a key", async () => {
    let commits = 0;
    const count = () => void commits++;
    function Controlled() {
      const [text, setText] = useState("");
      return <input aria-label="control" value={text} onChange={(e) => setText(e.target.value)} />;
    }
    render(
      <Profiler id="all" onRender={count}>
        <Tenant client={createFakeClient()}>
          <Login />
        </Tenant>
        <Controlled />
      </Profiler>,
    );
    commits = 0;
    await userEvent.type(email(), "ada@example.com");
    await userEvent.type(password(), secret);
    expect(commits).toBe(0);
    await userEvent.type(screen.getByLabelText("control"), "abc");
    expect(commits).toBe(3);
  });

  it("renders nothing for a key after a refusal either", async () => {
    let commits = 0;
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Tenant client={createFakeClient({ login: refuse(fakeError("invalid_credentials")) })}>
          <Login />
        </Tenant>
      </Profiler>,
    );
    await signIn();
    await screen.findByText(en.errors.invalid_credentials);
    await userEvent.type(password(), "x");
    commits = 0;
    await userEvent.type(password(), secret);
    expect(commits).toBe(0);
  });

  it("renders on a server as a form that cannot put a password into an address", () => {
    const html = renderToString(
      <Tenant client={createFakeClient()}>
        <Login onSignup={() => {}} />
      </Tenant>,
    );
    document.body.innerHTML = html;
    const form = document.querySelector("form");
    expect(form).toHaveAttribute("method", "post");
    expect(form).not.toHaveAttribute("action");
    expect(button("Sign in")).toBeDisabled();
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    document.body.innerHTML = "";
  });

  it("keeps what was typed before React took over, and sends it", async () => {
    const login = vi.fn(never);
    const page = (
      <Tenant client={createFakeClient({ login })}>
        <Login />
      </Tenant>
    );
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(page);
    email().value = "ada@example.com";
    password().value = secret;
    render(page, { container, hydrate: true });
    expect(email()).toHaveValue("ada@example.com");
    await userEvent.click(button("Sign in"));
    await waitFor(() => expect(login.mock.calls[0]?.[0]).toMatchObject({ password: secret }));
  });
});
