import "@testing-library/jest-dom/vitest";
import {
  createFakeClient,
  fakeError,
  fakeUser,
  type FakeClientOptions,
} from "@portico/core/testing";
import { Auth0Provider, type AuthError, type Identity, type LoginOutcome } from "@portico/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { google, withAccounts } from "../../test/linked-accounts.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { LinkAccounts, type LinkAccountsProps } from "./link-accounts.js";

keepConsoleQuiet();

const words = en.linkAccounts;

function show(
  linked: readonly Identity[],
  calls: FakeClientOptions,
  props: LinkAccountsProps = {},
) {
  const client = createFakeClient(withAccounts(linked, calls));
  const page = (shown: boolean) => (
    <Auth0Provider client={client}>
      {shown && <LinkAccounts connections={["google-oauth2"]} {...props} />}
    </Auth0Provider>
  );
  const view = render(page(true));
  return { client, leave: () => view.rerender(page(false)), ...view };
}

const button = (name: string) => screen.findByRole("button", { name });
const press = async (name: string) => userEvent.click(await button(name));

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

describe("LinkAccounts, when something fails,", () => {
  it.each([
    [fakeError("popup_blocked"), en.errors.popup_blocked],
    [fakeError("popup_closed"), en.errors.popup_closed],
    [fakeError("popup_unavailable"), words.noWindow],
    [fakeError("timeout", { deadline: 1 }), en.errors.timeout],
    [fakeError("consent_required"), words.proveAgain],
    [fakeError("login_required"), words.proveAgain],
  ])("says why nothing was proven: %s", async (error, text) => {
    const onError = vi.fn();
    show([], { proveIdentity: refuse(error) }, { onError });
    await press("Link Google");
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(text));
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    expect(await button("Link Google")).not.toHaveAttribute("aria-disabled");
  });

  it.each([
    [fakeError("invalid_token", { reason: "authentication_time" }), words.expired],
    [fakeError("user_changed"), en.errors.user_changed],
    [fakeError("network", { online: true }), words.unknown],
    [fakeError("server"), words.unknown],
    [fakeError("insufficient_scope"), words.proveAgain],
  ])("says why nothing was linked: %s", async (error, text) => {
    show([], { linkIdentity: refuse(error) });
    await press("Link Google");
    await press("Link accounts");
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(text));
  });

  it("shows how things stand where nobody knows whether it has happened", async () => {
    const calls = withAccounts();
    const linkIdentity: FakeClientOptions["linkIdentity"] = async (...given) => {
      await calls.linkIdentity?.(...given);
      throw fakeError("timeout", { deadline: 15_000 });
    };
    show([], { ...calls, linkIdentity });
    await press("Link Google");
    await press("Link accounts");
    await screen.findByText(words.unknown);
    expect(await screen.findByText("Google")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Link Google" })).toBeNull();
  });

  it("keeps the account that could not be unlinked, and tells the same failure twice", async () => {
    const error = fakeError("inexistent_user");
    const onError = vi.fn();
    show([google], { unlinkIdentity: refuse(error) }, { onError });
    for (const times of [1, 2]) {
      await press("Unlink ada.lovelace@gmail.com");
      await press("Unlink");
      await waitFor(() => expect(onError).toHaveBeenCalledTimes(times));
      expect(screen.getByRole("alert")).toHaveTextContent(en.errors.inexistent_user);
    }
  });

  it("reads the accounts again at a press", async () => {
    const { getUser } = withAccounts([google]).management ?? {};
    const failing = vi.fn(getUser).mockRejectedValueOnce(fakeError("access_denied"));
    show([], { management: { getUser: failing } });
    expect(await screen.findByText(en.errors.access_denied)).toBeInTheDocument();
    await press("Try again");
    expect(await screen.findByText("Google")).toBeInTheDocument();
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
  });

  it("has the reader sign in again where the tenant asks for it, in the click itself", async () => {
    const client = createFakeClient({ user: fakeUser });
    const answer: LoginOutcome = { kind: "redirecting" };
    const reauthenticate = vi.fn(async () => answer);
    const { getUser } = client.management;
    const asking = vi.fn(getUser).mockRejectedValueOnce(fakeError("insufficient_scope"));
    const popup = { width: 500 };
    show([], { reauthenticate, management: { getUser: asking } }, { popup });
    const again = await button("Confirm that it's you");
    act(() => {
      again.click();
      expect(reauthenticate).toHaveBeenCalledOnce();
      again.click();
    });
    expect(reauthenticate).toHaveBeenCalledExactlyOnceWith({
      via: "popup",
      popup,
      audience: client.management.audience,
      scope: "read:current_user update:current_user_identities",
      signal: expect.any(AbortSignal),
    });
    expect(await button("Link Google")).toBeInTheDocument();
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
  });

  it("drops what was proven for a user who is gone", async () => {
    const { client } = show([], {});
    await press("Link Google");
    await button("Link accounts");
    await act(() => client.logout({ local: true }));
    expect(screen.queryByRole("region")).toBeNull();
    await act(() => client.login({ email: "eve@example.com", password: "x" }));
    expect(await button("Link Google")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Link accounts" })).toBeNull();
  });

  it("says nothing once it is gone", async () => {
    const onError = vi.fn();
    const onLinked = vi.fn();
    let signal: AbortSignal | undefined;
    const linkIdentity: FakeClientOptions["linkIdentity"] = (_proven, options) =>
      new Promise((_, reject) => {
        signal = options?.signal;
        signal?.addEventListener("abort", () => reject(fakeError("aborted")));
      });
    const { leave } = show([], { linkIdentity }, { onError, onLinked });
    await press("Link Google");
    await press("Link accounts");
    leave();
    await act(async () => {});
    expect(signal?.aborted).toBe(true);
    expect(onError).not.toHaveBeenCalled();
    expect(onLinked).not.toHaveBeenCalled();
  });
});
