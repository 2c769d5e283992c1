import "@testing-library/jest-dom/vitest";
import { render, screen } from "@testing-library/react";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { linkAccountsWords } from "../i18n/en/link-accounts.js";
import { AccountRow, nameOf, rowOf, type ShownAccount } from "./account-row.js";
import { KeyIcon, MailIcon, PhoneIcon } from "./icons.js";

keepConsoleQuiet();

const words = linkAccountsWords.linkAccounts;
const mark = <i>mark</i>;
const github = { kind: "provider", name: "GitHub", icon: mark } as const;

function account(way: ShownAccount["way"], name?: string): ShownAccount {
  return { id: "1", name, way };
}

describe("AccountRow", () => {
  it.each([
    [{ name: "Ada" }, "mark|Ada "],
    [{ name: "Ada", detail: "GitHub" }, "mark|Ada GitHub"],
    [{ name: "Ada", badge: "Main" }, "mark|Ada Main"],
    [{ name: "Ada", detail: "GitHub", badge: "Main" }, "mark|Ada GitHub · Main"],
  ])("says of %j: %j", (given, said) => {
    const { container } = render(<AccountRow icon="mark|" {...given} />);
    expect(container.textContent).toBe(said);
  });

  it("takes the attributes of a div, and what can be done at its end", () => {
    let element: HTMLDivElement | null = null;
    render(
      <AccountRow
        ref={(found) => void (element = found)}
        icon={mark}
        name="Ada"
        className="mine"
        aria-label="One"
      >
        <button>Remove</button>
      </AccountRow>,
    );
    const row = screen.getByLabelText("One");
    expect(element).toBe(row);
    expect(row).toHaveClass("portico-account", "mine");
    expect(row.lastElementChild).toBe(screen.getByRole("button", { name: "Remove" }));
    const parts = Array.from(row.querySelectorAll("[data-part]"), (each) => [
      each.getAttribute("data-part"),
      each.className,
    ]);
    const names = ["account-mark", "account-words", "account-name", "account-detail"];
    expect(parts).toEqual(names.map((name) => [name, `portico-${name}`]));
  });
});

describe("What a row shows of an account", () => {
  it.each([
    ["a provider", github, "GitHub", mark],
    ["a password", { kind: "password" }, words.byPassword, createElement(KeyIcon)],
    ["a code by e-mail", { kind: "email" }, words.byEmail, createElement(MailIcon)],
    ["a code by text message", { kind: "phone" }, words.byPhone, createElement(PhoneIcon)],
  ] as const)("that signs in by %s is its name and its way", (_way, way, wording, icon) => {
    expect(rowOf(account(way, "Ada"), words)).toEqual({ icon, name: "Ada", detail: wording });
    expect(nameOf(account(way, "Ada"), words)).toBe("Ada");
    expect(rowOf(account(way), words)).toEqual({ icon, name: wording, detail: undefined });
    expect(nameOf(account(way), words)).toBe(wording);
  });

  it.each([
    ["ada@example.com", "ada<wbr>@example.com"],
    ["@ada", "<wbr>@ada"],
    ["Ada", "Ada"],
  ])("lets an address be broken before its at sign: %s", (name, html) => {
    const { container } = render(<p>{rowOf(account(github, name), words).name}</p>);
    expect(container.firstElementChild?.innerHTML).toBe(html);
  });
});
