import { createFakeClient, fakeUser } from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { AuthPanel } from "../auth-panel/auth-panel.js";
import { Login } from "../login/login.js";
import "../styles.css";
import { UserMenu } from "../user-menu/user-menu.js";
import { de } from "./locales/de.js";
import { en } from "./locales/en.js";
import { he } from "./locales/he.js";

afterEach(() => document.documentElement.removeAttribute("dir"));

describe.each([
  { pageDirection: "ltr", messages: de, expected: "ltr" },
  { pageDirection: "ltr", messages: he, expected: "rtl" },
  { pageDirection: "rtl", messages: de, expected: "ltr" },
  { pageDirection: "rtl", messages: he, expected: "rtl" },
] as const)("in a page that is $pageDirection, $messages.locale", (given) => {
  const { pageDirection, messages, expected } = given;
  const { login, userMenu } = messages;

  it("is read in its own direction on a card", async () => {
    await show(pageDirection, <Login messages={messages} />);
    const card = page.getByRole("region", { name: login.title });
    await expect.element(card).toHaveAttribute("lang", messages.locale);
    expect(directionOf(card.element())).toBe(expected);
    const { left, right } = card.element().getBoundingClientRect();
    const title = edges(page.getByRole("heading", { name: login.title }).element());
    expect(title.left - left < right - title.right).toBe(expected === "ltr");
  });

  it("is read in its own direction in a dialog, with the cross at its end", async () => {
    await show(pageDirection, <AuthPanel dialog open onClose={() => {}} messages={messages} />);
    const dialog = page.getByRole("dialog", { name: login.title });
    const cross = dialog.getByRole("button", { name: messages.authPanel.close });
    await expect.element(cross).toBeVisible();
    expect(directionOf(cross.element())).toBe(expected);
    const middle = (box: DOMRect) => (box.left + box.right) / 2;
    const isAtRight =
      middle(cross.element().getBoundingClientRect()) >
      middle(dialog.element().getBoundingClientRect());
    expect(isAtRight).toBe(expected === "ltr");
  });

  it("leaves it to the page where a menu unfolds to", async () => {
    await show(
      pageDirection,
      <div style={{ display: "flex", justifyContent: "end" }}>
        <UserMenu messages={messages} />
      </div>,
      true,
    );
    const button = page.getByRole("button");
    await button.click();
    const signOut = page.getByRole("button", { name: userMenu.signOut }).element();
    expect(directionOf(signOut)).toBe(expected);
    const menu = signOut.closest("[data-part=menu]")?.getBoundingClientRect();
    const side = pageDirection === "ltr" ? "right" : "left";
    const [edge] = document.querySelectorAll("[data-part=user-button]");
    expect(menu?.[side]).toBe(edge?.getBoundingClientRect()[side]);
    expect(menu?.left).toBeGreaterThanOrEqual(0);
    expect(menu?.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
  });
});

it.each(["ltr", "rtl"] as const)("follows a page that is %s without a dictionary", async (dir) => {
  await show(dir, <Login messages={{ login: { title: "Welcome" } }} />);
  const card = page.getByRole("region", { name: "Welcome" });
  await expect.element(card).toHaveAttribute("lang", en.locale);
  expect(directionOf(card.element())).toBe(dir);
});

function show(direction: "ltr" | "rtl", node: ReactNode, isSignedIn = false) {
  document.documentElement.dir = direction;
  const client = createFakeClient(isSignedIn ? { user: fakeUser } : {});
  return render(<Auth0Provider client={client}>{node}</Auth0Provider>);
}

function directionOf(element: Element): string {
  return getComputedStyle(element).direction;
}

/** Where its words are, which need not fill it. */
function edges(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
