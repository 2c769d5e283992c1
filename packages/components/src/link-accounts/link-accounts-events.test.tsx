import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeUser } from "@portico/core/testing";
import { Auth0Provider, type Identity } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { google, withAccounts } from "../../test/linked-accounts.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { UserMenu } from "../user-menu/user-menu.js";
import { LinkAccounts, type LinkAccountsProps } from "./link-accounts.js";

keepConsoleQuiet();

function show(props: LinkAccountsProps, linked: readonly Identity[] = []) {
  const told = {
    onReady: vi.fn(),
    onConnectionClick: vi.fn(),
    onSubmit: vi.fn(),
    onSuccess: vi.fn(),
    onViewChange: vi.fn(),
  };
  render(
    <Auth0Provider client={createFakeClient(withAccounts(linked))}>
      <LinkAccounts {...props} {...told} />
    </Auth0Provider>,
  );
  return told;
}

async function press(name: string): Promise<void> {
  await userEvent.click(await screen.findByRole("button", { name }));
}

it("LinkAccounts tells which button was pressed, each step, and what was linked and unlinked", async () => {
  const told = show({ connections: ["google-oauth2"] });
  expect(told.onReady).toHaveBeenCalledOnce();
  await press("Link Google");
  expect(told.onConnectionClick).toHaveBeenCalledExactlyOnceWith("google-oauth2");
  await press("Link accounts");
  const identity = expect.objectContaining({ provider: "google-oauth2" });
  await waitFor(() =>
    expect(told.onSuccess).toHaveBeenCalledExactlyOnceWith({ kind: "linked", identity }),
  );
  await press("Undo");
  await waitFor(() =>
    expect(told.onSuccess).toHaveBeenLastCalledWith({ kind: "unlinked", identity }),
  );
  expect(told.onViewChange.mock.calls).toEqual([["confirm"], ["list"]]);
  expect(told.onSubmit).not.toHaveBeenCalled();
});

it("LinkAccounts tells what is sent to an address, and never the code", async () => {
  const told = show({ passwordless: "email" }, [google]);
  await press("Link an e-mail address");
  await userEvent.type(await screen.findByLabelText("E-mail"), "ada@work.example{Enter}");
  await userEvent.type(await screen.findByLabelText("Code"), "271828");
  await screen.findByRole("button", { name: "Link accounts" });
  expect(told.onSubmit.mock.calls).toEqual([[{ email: "ada@work.example" }], [{}]]);
  expect(told.onViewChange.mock.calls).toEqual([["address"], ["code"], ["confirm"]]);
  expect(JSON.stringify(Object.values(told).map(({ mock }) => mock.calls))).not.toContain("271828");
});

it("UserMenu tells how the sign-out ended", async () => {
  const onSuccess = vi.fn();
  render(
    <Auth0Provider client={createFakeClient({ user: fakeUser })}>
      <UserMenu onSuccess={onSuccess} logoutParams={{ local: true }} />
    </Auth0Provider>,
  );
  await userEvent.click(screen.getByRole("button"));
  await press("Sign out");
  await waitFor(() => expect(onSuccess).toHaveBeenCalledExactlyOnceWith({ kind: "anonymous" }));
});
