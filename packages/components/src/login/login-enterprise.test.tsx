import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import type { AuthClient } from "@portico/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  Tenant,
  button,
  email,
  fill,
  never,
  password,
  refuse,
  secret,
  show,
} from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Login } from "./login.js";

keepConsoleQuiet();
afterEach(() => void vi.unstubAllGlobals());

const connectionForDomain = { "harbour.example": "harbour-saml" };

describe("Login for organizations, by domain", () => {
  it("asks for no password, says so, and leaves for the connection with the address", async () => {
    const login = vi.fn(never);
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(never);
    const given = { appState: { returnTo: "/board" }, audience: "https://api.example" };
    const onForgotPassword = vi.fn();
    show({ login, loginWithConnection }, { connectionForDomain, onForgotPassword, ...given });
    await fill(email(), " Ada@Harbour.example");
    expect(screen.getByText(en.login.enterprise)).toHaveAttribute("role", "status");
    expect(screen.queryByLabelText("Password")).toBeNull();
    expect(screen.queryByRole("button", { name: en.login.forgot })).toBeNull();
    expect(email()).toHaveFocus();
    fireEvent.click(button("Continue"));
    fireEvent.click(button("Continue"));
    await screen.findByRole("button", { name: /^Signing in/ });
    expect(loginWithConnection).toHaveBeenCalledOnce();
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({
      connection: "harbour-saml",
      loginHint: "Ada@Harbour.example",
      ...given,
    });
    expect(login).not.toHaveBeenCalled();
  });

  it("asks for the password again when the address is another's, and keeps what was typed", async () => {
    show({}, { connectionForDomain: (domain) => (domain === "a.b" ? "corp" : undefined) });
    await fill(password(), secret);
    await fill(email(), "ada@a.b");
    expect(screen.queryByLabelText("Password")).toBeNull();
    await fill(email(), "c");
    expect(password()).toHaveValue(secret);
    expect(button("Sign in")).toBeInTheDocument();
  });

  it.each(["ada@other.example", "ada@constructor", "harbour.example", "ada@harbour.example@x.y"])(
    "leaves %s alone",
    async (typed) => {
      show({}, { connectionForDomain });
      await fill(email(), typed);
      expect(password()).toBeInTheDocument();
    },
  );

  it("leads there for an address that the browser filled in without an event", async () => {
    const loginWithConnection = vi.fn(never);
    show({ loginWithConnection }, { connectionForDomain });
    email().value = "ada@harbour.example";
    await userEvent.click(button("Sign in"));
    await waitFor(() => expect(loginWithConnection).toHaveBeenCalledOnce());
  });

  it("renders for the verdict, not for a key", async () => {
    let commits = 0;
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Tenant client={createFakeClient()}>
          <Login connectionForDomain={connectionForDomain} connections={["apple"]} />
        </Tenant>
      </Profiler>,
    );
    commits = 0;
    await userEvent.type(email(), "ada@harbour.exampl");
    expect(commits).toBe(0);
    await userEvent.type(email(), "e");
    expect(commits).toBe(1);
  });

  it("says why the page could not be left, and lets it be tried again", async () => {
    const loginWithConnection = vi.fn(refuse(fakeError("storage_unavailable")));
    const onError = vi.fn();
    show({ loginWithConnection }, { connectionForDomain, onError });
    await fill(email(), "ada@harbour.example");
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText(en.errors.storage_unavailable)).toBeInTheDocument();
    expect(onError).toHaveBeenCalledOnce();
    await userEvent.click(button("Continue"));
    await waitFor(() => expect(loginWithConnection).toHaveBeenCalledTimes(2));
  });

  it("asks the app's consent first, as for any login", async () => {
    const loginWithConnection = vi.fn(never);
    const onBeforeSubmit = vi.fn(() => "Not today.");
    show({ loginWithConnection }, { connectionForDomain, onBeforeSubmit });
    await fill(email(), "ada@harbour.example");
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText("Not today.")).toBeInTheDocument();
    expect(loginWithConnection).not.toHaveBeenCalled();
  });
});

describe("Login for organizations, by a question", () => {
  it("asks once when the field is left, and goes on at the button", async () => {
    const resolveConnection = vi.fn(async () => "corp-oidc");
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(never);
    show({ loginWithConnection }, { resolveConnection });
    await fill(email(), "ada@corp.example");
    expect(resolveConnection).not.toHaveBeenCalled();
    await userEvent.click(password());
    expect(await screen.findByText(en.login.enterprise)).toBeInTheDocument();
    expect(button("Continue")).toHaveFocus();
    expect(resolveConnection).toHaveBeenCalledExactlyOnceWith("ada@corp.example", {
      signal: expect.any(AbortSignal),
    });
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(loginWithConnection).toHaveBeenCalledOnce());
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({ connection: "corp-oidc" });
  });

  it("asks before it sends, and says that it is busy meanwhile", async () => {
    const answers: ((connection: string | undefined) => void)[] = [];
    const login = vi.fn(never);
    show({ login }, { resolveConnection: () => new Promise((answer) => answers.push(answer)) });
    await fill(password(), secret);
    await fill(email(), "ada@example.com");
    await userEvent.keyboard("{Enter}");
    await screen.findByRole("button", { name: /^Signing in/ });
    await userEvent.keyboard("{Enter}");
    expect(answers).toHaveLength(1);
    expect(login).not.toHaveBeenCalled();
    await act(async () => answers[0]?.(undefined));
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
  });

  it("signs in with the password where it can't be found out, and tells whoever wrote it", async () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const login = vi.fn(never);
    const broken = new Error("no answer");
    show({ login }, { resolveConnection: refuse(broken) });
    await fill(password(), secret);
    await fill(email(), "ada@example.com");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(report).toHaveBeenCalledExactlyOnceWith(broken);
  });

  it("gives up a question about another address, and one that nobody waits for", async () => {
    const signals: AbortSignal[] = [];
    const { unmount } = show(
      {},
      {
        resolveConnection: (_, { signal }) => {
          signals.push(signal);
          return never();
        },
      },
    );
    await fill(email(), "ada@example.com");
    await userEvent.click(password());
    await fill(email(), ".au");
    await userEvent.click(password());
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    unmount();
    expect(signals[1]?.aborted).toBe(true);
  });

  it.each(["", "ada"])("asks nothing about %j, which is no address", async (typed) => {
    const resolveConnection = vi.fn();
    show({}, { resolveConnection });
    if (typed) await fill(email(), typed);
    await userEvent.click(button("Sign in"));
    expect(email()).toBeInvalid();
    expect(resolveConnection).not.toHaveBeenCalled();
  });

  it("asks about user names too", async () => {
    const resolveConnection = vi.fn(() => "corp-ldap");
    show({}, { identifier: "username", resolveConnection });
    await fill(screen.getByLabelText("Username"), "ada");
    await userEvent.tab();
    expect(await screen.findByText(en.login.enterprise)).toBeInTheDocument();
  });
});
