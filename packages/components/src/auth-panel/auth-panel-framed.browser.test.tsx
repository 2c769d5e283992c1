import { createFakeClient } from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { en } from "../i18n/locales/en.js";
import "../styles.css";
import { AuthPanel } from "./auth-panel.js";

const dialog = page.getByRole("dialog", { name: en.progress.framedOpen });
const opener = page.getByRole("button", { name: "Open" });

afterEach(() => void vi.unstubAllGlobals());

it("is named after the way out, and closed by its cross, where another site frames it", async () => {
  await show();
  await opener.click();
  await expect.element(dialog).toBeVisible();
  await expect.element(dialog.getByText(en.progress.framed)).toBeVisible();
  const way = dialog.getByRole("link", { name: en.progress.framedOpen });
  await expect.element(way).toHaveAttribute("target", "_top");
  const cross = dialog.getByRole("button", { name: en.authPanel.close });
  expect(beside(cross.element(), dialog.getByText(en.progress.framed).element())).toBe(true);
  await cross.click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

it("is closed by Esc there too", async () => {
  await show();
  await opener.click();
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog).not.toBeInTheDocument();
});

async function show() {
  vi.stubGlobal("parent", { location: { origin: "https://elsewhere.example" } });
  return render(
    <Auth0Provider client={createFakeClient()}>
      <Page />
    </Auth0Provider>,
  );
}

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <AuthPanel dialog open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

/** Whether a cross covers none of the words. */
function beside(cross: Element, words: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(words);
  const { left, bottom } = cross.getBoundingClientRect();
  return [...range.getClientRects()].every((line) => line.right <= left || line.top >= bottom);
}
