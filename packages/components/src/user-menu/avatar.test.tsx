import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeUser } from "@portico/core/testing";
import { Auth0Provider, type User } from "@portico/react";
import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { initialsOf } from "./initials-of.js";
import { UserMenu, type UserMenuProps } from "./user-menu.js";

keepConsoleQuiet();

const picture = "https://pictures.example/ada.png";

function show(user: User, props: UserMenuProps = {}) {
  const { container } = render(
    <Auth0Provider client={createFakeClient({ user })}>
      <UserMenu {...props} />
    </Auth0Provider>,
  );
  return () => container.querySelector("img");
}

describe("The picture of whoever is signed in", () => {
  it("is fetched without telling from where, and names nobody", () => {
    const image = show({ ...fakeUser, picture });
    expect(image()).toHaveAttribute("src", picture);
    expect(image()).toHaveAttribute("alt", "");
    expect(image()).toHaveAttribute("referrerpolicy", "no-referrer");
    expect(screen.getByRole("button", { name: "Account of Ada Lovelace" })).toBeInTheDocument();
  });

  it("gives way to the initials where it does not load", () => {
    const image = show({ ...fakeUser, picture });
    const element = image();
    if (element) fireEvent.error(element);
    expect(image()).toBeNull();
    expect(screen.getByText("AL")).toBeInTheDocument();
  });

  it("is not fetched where the app wants none", () => {
    const image = show({ ...fakeUser, picture }, { picture: false });
    expect(image()).toBeNull();
    expect(screen.getByText("AL")).toBeInTheDocument();
  });
});

describe("Whoever is signed in is called", () => {
  it.each<[string, User]>([
    ["Account of Ada Lovelace", fakeUser],
    ["Account of ada@example.com", { sub: "email|1", email: "ada@example.com" }],
    ["Account of +4930901820", { sub: "sms|1", phone_number: "+4930901820" }],
    ["Account of ada", { sub: "github|1", nickname: "ada", name: " " }],
    ["Your account", { sub: "sms|2" }],
  ])("%s", (name, user) => {
    show(user);
    expect(screen.getByRole("button", { name })).toBeInTheDocument();
  });

  it.each([
    ["Ada Lovelace", "AL"],
    ["Augusta Ada King-Noel", "AK"],
    ["ada", "A"],
    ["ada.lovelace@example.com", "A"],
    ["  ada   lovelace ", "AL"],
    ["(Ada) Lovelace", "AL"],
    ["Émile Zola", "ÉZ"],
    ["E\u0301mile Zola", "E\u0301Z"],
    ["李 小龙", "李小"],
    ["عدا لوفليس", "عل"],
    ["+49 30", "43"],
    ["🙂", ""],
    ["", ""],
  ])("by the initials of %o: %s", (name, initials) => {
    expect(initialsOf(name, "en")).toBe(initials);
  });

  it("in capitals of the reader's language", () => {
    expect(initialsOf("izmir", "tr")).toBe("İ");
  });
});
