import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeUser, type FakeClientOptions } from "@portico/core/testing";
import { Auth0Provider, type Identity, type ProvenIdentity } from "@portico/react";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { github, google, provenGoogle, withAccounts } from "../../test/linked-accounts.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { LinkAccounts, type LinkAccountsProps } from "./link-accounts.js";

keepConsoleQuiet();

const mail = "ada.lovelace@gmail.com";
const connections = ["google-oauth2", "github"];

function show(
  linked: readonly Identity[] = [],
  calls: FakeClientOptions = {},
  props: LinkAccountsProps = {},
) {
  const client = createFakeClient(withAccounts(linked, calls));
  const view = render(
    <Auth0Provider client={client}>
      <LinkAccounts connections={connections} {...props} />
    </Auth0Provider>,
  );
  return { client, ...view };
}

const rows = () => within(screen.getByRole("list", { name: /Accounts/ })).getAllByRole("listitem");
const button = (name: string) => screen.findByRole("button", { name });
const press = async (name: string) => userEvent.click(await button(name));

describe("LinkAccounts", () => {
  it("lists the main account first, each with what it is known by", async () => {
    show([google, github]);
    await screen.findByText("Google");
    const [first, second, third] = rows();
    expect(first).toHaveTextContent("ada@example.com Password · Main account");
    expect(second).toHaveTextContent(`${mail} Google`);
    expect(third).toHaveTextContent("ada GitHub");
  });

  it("calls a connection what the app calls it", async () => {
    const staff = { ...github, provider: "samlp", connection: "staff", profileData: {} };
    show([staff], {}, { connections: [{ connection: "staff", label: "The office" }] });
    expect(await screen.findByText("The office")).toBeInTheDocument();
  });

  it("offers the connections of which nothing is linked, whatever the addresses are", async () => {
    const same = { ...github, profileData: { email: fakeUser.email } };
    const linkIdentity = vi.fn();
    show([same], { linkIdentity });
    expect(await button("Link Google")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Link GitHub" })).toBeNull();
    expect(linkIdentity).not.toHaveBeenCalled();
  });

  it("says that accounts are on their way, and shows nothing to press before they are there", async () => {
    show([], { management: { getUser: () => new Promise(() => {}) } });
    expect(screen.getByRole("status")).toHaveTextContent("Loading your accounts");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("shows nothing where nobody is signed in, and works on a server", () => {
    const { container } = render(
      <Auth0Provider client={createFakeClient()}>
        <LinkAccounts />
      </Auth0Provider>,
    );
    expect(container).toBeEmptyDOMElement();
    const html = renderToString(
      <Auth0Provider
        client={createFakeClient({ user: fakeUser })}
        initialState={createFakeClient({ user: fakeUser }).session.get()}
      >
        <LinkAccounts />
      </Auth0Provider>,
    );
    expect(html).toContain("Your accounts");
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
  });

  it("opens the window in the click itself, once, with what the app says of it", async () => {
    const proveIdentity = vi.fn(() => new Promise<never>(() => {}));
    const popup = { width: 500 };
    const item = { connection: "google-oauth2", scope: ["calendar"] };
    show([], { proveIdentity }, { connections: [item], popup });
    const link = await button("Link Google");
    act(() => {
      link.click();
      expect(proveIdentity).toHaveBeenCalledOnce();
      link.click();
    });
    expect(proveIdentity.mock.calls).toEqual([
      [
        {
          connection: "google-oauth2",
          connectionScope: ["calendar"],
          popup,
          signal: expect.any(AbortSignal),
        },
      ],
    ]);
    expect(screen.getByRole("status")).toHaveTextContent(/window that has opened/);
    await userEvent.click(link);
    expect(proveIdentity).toHaveBeenCalledOnce();
  });

  it("closes the window at the reader's wish, without a word", async () => {
    let signal: AbortSignal | undefined;
    const proveIdentity: FakeClientOptions["proveIdentity"] = (params) => {
      signal = params?.signal;
      return new Promise(() => {});
    };
    const onError = vi.fn();
    show([], { proveIdentity }, { onError });
    await press("Link Google");
    await press("Cancel");
    expect(signal?.aborted).toBe(true);
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    expect(onError).not.toHaveBeenCalled();
  });

  it("asks before it links: both accounts, and what is kept and lost; the focus goes there", async () => {
    const linkIdentity = vi.fn();
    show([], { linkIdentity });
    await press("Link Google");
    const card = await screen.findByRole("region", { name: "Link these accounts?" });
    expect(card).toHaveFocus();
    expect(card).toHaveTextContent(`From now on, ${mail} signs you in as ada@example.com.`);
    expect(card).toHaveTextContent("Everything in ada@example.com stays as it is.");
    expect(card).toHaveTextContent(`What ${mail} has here by itself can't be reached any more.`);
    await press("Cancel");
    expect(await button("Link Google")).toHaveFocus();
    expect(linkIdentity).not.toHaveBeenCalled();
  });

  it("links once, says so, and takes it back at a press", async () => {
    const onLinked = vi.fn();
    const onUnlinked = vi.fn();
    const calls = withAccounts();
    const linkIdentity = vi.fn(calls.linkIdentity);
    const unlinkIdentity = vi.fn(calls.unlinkIdentity);
    show([], { ...calls, linkIdentity, unlinkIdentity }, { onLinked, onUnlinked });
    await press("Link Google");
    const submit = await button("Link accounts");
    act(() => {
      fireEvent.click(submit);
      fireEvent.click(submit);
    });
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(`${mail} is linked.`));
    expect(linkIdentity).toHaveBeenCalledOnce();
    expect(linkIdentity.mock.calls[0]?.[0]).toBe(provenGoogle);
    expect(onLinked).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ provider: "google-oauth2", userId: "117" }),
    );
    expect(screen.getByRole("region")).toHaveFocus();
    await press("Undo");
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("is unlinked."));
    expect(unlinkIdentity).toHaveBeenCalledOnce();
    expect(onUnlinked).toHaveBeenCalledOnce();
    expect(rows()).toHaveLength(1);
  });

  it("asks before it unlinks, and never offers to unlink the main account", async () => {
    const onUnlinked = vi.fn();
    show([google, github], {}, { onUnlinked });
    await press(`Unlink ${mail}`);
    const card = await screen.findByRole("region", { name: "Unlink this account?" });
    expect(card).toHaveFocus();
    expect(card).toHaveTextContent(`${mail} won't sign you in here any more.`);
    await press("Cancel");
    expect(await button(`Unlink ${mail}`)).toHaveFocus();
    expect(screen.getAllByRole("button", { name: /^Unlink/ })).toHaveLength(2);
    expect(screen.queryByRole("button", { name: "Unlink ada@example.com" })).toBeNull();
    await press(`Unlink ${mail}`);
    await press("Unlink");
    await screen.findByText(`${mail} is unlinked.`);
    expect(onUnlinked).toHaveBeenCalledExactlyOnceWith(google);
    expect(rows()).toHaveLength(2);
  });

  it("does all of it by keyboard alone", async () => {
    show();
    (await button("Link Google")).focus();
    await userEvent.keyboard("{Enter}");
    await screen.findByRole("region", { name: "Link these accounts?" });
    await userEvent.tab();
    expect(await button("Link accounts")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await screen.findByText(/is linked/);
    expect(rows()).toHaveLength(2);
  });

  it("does not link an account that leads here already", async () => {
    const linkIdentity = vi.fn();
    const own: ProvenIdentity = { user: fakeUser, provenAt: 0 };
    show([google], { proveIdentity: async () => own, linkIdentity });
    await press("Link GitHub");
    await screen.findByText(/signs you in here already/);
    expect(screen.queryByRole("button", { name: "Link accounts" })).toBeNull();
    expect(linkIdentity).not.toHaveBeenCalled();
  });

  it("works in strict mode, with one call each", async () => {
    const calls = withAccounts();
    const linkIdentity = vi.fn(calls.linkIdentity);
    render(
      <StrictMode>
        <Auth0Provider client={createFakeClient({ ...calls, linkIdentity })}>
          <LinkAccounts connections={connections} />
        </Auth0Provider>
      </StrictMode>,
    );
    await press("Link Google");
    await press("Link accounts");
    await screen.findByText(/is linked/);
    expect(linkIdentity).toHaveBeenCalledOnce();
  });

  it("takes other words, other parts, and no looks", async () => {
    const { container } = show(
      [google],
      {},
      {
        title: "How you sign in",
        unstyled: true,
        messages: { linkAccounts: { unlinkShort: "Remove", unlink: (name) => `Remove ${name}` } },
        slots: {
          AccountRow: ({ innerRef, Default, ...row }) => (
            <Default {...row} innerRef={innerRef} detail="by myself" />
          ),
        },
      },
    );
    expect(await button(`Remove ${mail}`)).toBeInTheDocument();
    expect(screen.getByRole("region", { name: "How you sign in" })).toBeInTheDocument();
    expect(screen.getAllByText(/by myself/)).toHaveLength(2);
    expect(container.querySelector('[class*="portico-"]:not(.portico-unseen)')).toBeNull();
  });
});
