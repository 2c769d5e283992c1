import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeChallenge, fakeError } from "@portico/core/testing";
import { Auth0Provider, type AuthClient, type Mfa as MfaCalls } from "@portico/react";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import {
  app,
  button,
  code,
  device,
  having,
  never,
  phone,
  press,
  recovery,
  refuse,
  show,
} from "../../test/mfa-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Mfa } from "./mfa.js";

keepConsoleQuiet();

describe("Mfa's choice", () => {
  it("shows what the user can answer with, by its kind and what the tenant shows of it", async () => {
    show(having(app, phone, device, recovery));
    await button("Text message XXX4567");
    expect(screen.getByRole("list", { name: en.mfa.choose.title })).toBeInTheDocument();
    const names = screen.getAllByRole("button").map((each) => each.textContent?.trim());
    expect(names).toEqual([
      "Authenticator app",
      "Text message XXX4567",
      "Notification on your device Ada's phone",
      "Recovery code",
    ]);
  });

  it("says what it is waiting for, and takes the focus only when it is asked to", async () => {
    show({ authenticators: never });
    expect(screen.getByText(en.mfa.loading)).toHaveAttribute("role", "status");
    expect(document.body).toHaveFocus();
  });

  it("sends nothing before somebody asks, not even to a user's only phone", async () => {
    const challenge = vi.fn<MfaCalls["challenge"]>(never);
    show({ ...having(phone, recovery), challenge });
    const choice = await button(/^Text message/);
    expect(challenge).not.toHaveBeenCalled();
    await userEvent.dblClick(choice);
    expect(challenge).toHaveBeenCalledOnce();
    expect(challenge.mock.calls[0]?.slice(0, 2)).toEqual([fakeChallenge, phone]);
    expect(choice).toHaveAttribute("data-state", "pending");
    expect(await button("Recovery code")).toHaveAttribute("aria-disabled", "true");
  });

  it("goes on to a user's only app by itself, to which nothing is sent", async () => {
    show(having(app, recovery), { autoFocus: true });
    expect(await code()).toHaveFocus();
    expect(screen.queryByRole("button", { name: en.mfa.otherWay })).toBeNull();
    expect(screen.queryByRole("button", { name: en.progress.back })).toBeNull();
  });

  it("leads back to the choice, with the focus on it", async () => {
    show(having(app, phone));
    await press(/^Text message/);
    await waitFor(async () => expect(await code()).toHaveFocus());
    await press(en.mfa.otherWay);
    await button("Authenticator app");
    expect(screen.getByRole("region", { name: en.mfa.choose.title })).toHaveFocus();
  });

  it("says why the list did not come, and asks for it again", async () => {
    const onError = vi.fn();
    const error = fakeError("network", { online: true });
    const authenticators = vi.fn<MfaCalls["authenticators"]>(async () => [app, phone]);
    // Strict mode mounts twice, and gives the first call up.
    authenticators.mockRejectedValueOnce(error).mockRejectedValueOnce(error);
    show({ authenticators }, { onError });
    expect(await screen.findByText(/We couldn't reach/)).toBeInTheDocument();
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    await press(en.mfa.retry);
    await button("Authenticator app");
    expect(screen.getByRole("region", { name: en.mfa.choose.title })).toHaveFocus();
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
  });

  it("says why a factor could not be asked, and counts down where the tenant wants that", async () => {
    const onError = vi.fn();
    const error = fakeError("rate_limited", {}, { retryAfter: 30_000 });
    const challenge = vi.fn<MfaCalls["challenge"]>(refuse(error));
    show({ challenge }, { onError });
    await press(/^Text message/);
    expect(await screen.findByText(/Wait 30 seconds/)).toBeInTheDocument();
    expect(screen.getByText("Try again in 30 s")).toHaveAttribute("aria-hidden", "true");
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    await press(/^Text message/);
    expect(challenge).toHaveBeenCalledOnce();
  });

  it("hands over to the sign-in page where nothing can be answered or set up here", async () => {
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(async () => ({
      kind: "redirecting",
    }));
    const appState = { returnTo: "/board" };
    show(having(), { appState, connection: "staff" }, { loginWithConnection });
    await press(en.progress.hosted);
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({ appState, connection: "staff" });
  });

  it("hands over where the tenant wants another factor set up first", async () => {
    show({ challenge: refuse(fakeError("association_required")) });
    await press(/^Text message/);
    expect(await button(en.progress.hosted)).toHaveFocus();
  });

  it("is over when the tenant says so, and begins anew", async () => {
    const onStartOver = vi.fn();
    show({ challenge: refuse(fakeError("expired_token")) }, { onStartOver });
    await press(/^Text message/);
    expect(await screen.findByText(en.mfa.expired)).toBeInTheDocument();
    await press(en.mfa.startOver);
    expect(onStartOver).toHaveBeenCalledOnce();
  });

  it("renders on a server, before anything is looked up", () => {
    const client = createFakeClient({ mfa: having(app) });
    const html = renderToString(
      <Auth0Provider client={client}>
        <Mfa challenge={fakeChallenge} />
      </Auth0Provider>,
    );
    expect(html).toContain(en.mfa.loading);
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
  });

  it("shows the way back to the step before", async () => {
    const onBack = vi.fn();
    show(having(app), { onBack, title: "One more thing", message: "Nearly there" });
    await code();
    expect(screen.getByRole("region", { name: "One more thing" })).toBeInTheDocument();
    expect(screen.getByRole("note")).toHaveTextContent("Nearly there");
    await press(en.progress.back);
    expect(onBack).toHaveBeenCalledOnce();
  });
});
