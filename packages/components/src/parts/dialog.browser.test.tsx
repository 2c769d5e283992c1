import { StrictMode, useState } from "react";
import { expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Dialog } from "./dialog.js";

it("gives the focus to what asks for it, keeps it inside, and gives it back on Esc", async () => {
  await render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
  await page.getByRole("button", { name: "Open" }).click();
  const name = page.getByLabelText("Name");
  await expect.element(name).toHaveFocus();
  const passed: (string | undefined)[] = [];
  for (let step = 0; step < 6; step++) {
    await userEvent.tab();
    passed.push(document.activeElement?.textContent || document.activeElement?.id);
  }
  expect(passed).toContain("Save");
  expect(passed).not.toContain("Open");
  expect(passed).not.toContain("Behind");
  await userEvent.keyboard("{Escape}");
  await expect.element(name).not.toBeInTheDocument();
  await expect.element(page.getByRole("button", { name: "Open" })).toHaveFocus();
});

it("leaves it to the app whether Esc closes it, and says so each time", async () => {
  const onClose = vi.fn();
  await render(
    <Dialog open aria-label="Stays" onClose={onClose}>
      <input aria-label="Name" autoFocus />
    </Dialog>,
  );
  await expect.element(page.getByLabelText("Name")).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
  await expect.element(page.getByRole("dialog", { name: "Stays" })).toBeVisible();
});

it("closes by a click beside it only while nothing is typed", async () => {
  await render(<Page />);
  await page.getByRole("button", { name: "Open" }).click();
  const name = page.getByLabelText("Name");
  await userEvent.fill(name, "Ada");
  pressBeside();
  await expect.element(name).toHaveValue("Ada");
  await userEvent.clear(name);
  pressBeside();
  await expect.element(name).not.toBeInTheDocument();
});

it("stays for a press that began inside it and ended beside it", async () => {
  await render(<Page />);
  await page.getByRole("button", { name: "Open" }).click();
  const name = page.getByLabelText("Name");
  name.element().dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  dialog().dispatchEvent(new MouseEvent("click", { bubbles: true }));
  await expect.element(name).toBeVisible();
});

it("takes its contents away with it, and gives the focus back where it goes away itself", async () => {
  await render(<Page />);
  const opener = page.getByRole("button", { name: "Open" });
  await opener.click();
  await expect.element(page.getByLabelText("Name")).toHaveFocus();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
  await expect.element(opener).toHaveFocus();
});

it("leaves the page behind it where it is scrolled to", async () => {
  await render(<Page isLong />);
  const opener = page.getByRole("button", { name: "Open" });
  opener.element().scrollIntoView();
  const before = window.scrollY;
  expect(before).toBeGreaterThan(0);
  await opener.click();
  await expect.element(page.getByLabelText("Name")).toHaveFocus();
  expect(window.scrollY).toBe(before);
  await userEvent.keyboard("{Escape}");
  await expect.element(opener).toHaveFocus();
  expect(window.scrollY).toBe(before);
});

function Page({ isLong }: { readonly isLong?: true }) {
  const [isOpen, setOpen] = useState(false);
  const [isThere, setThere] = useState(true);
  return (
    <div style={isLong && { paddingBlock: "200vh" }}>
      <button onClick={() => setOpen(true)}>Open</button>
      <button>Behind</button>
      {isThere && (
        <Dialog open={isOpen} aria-label="Who" onClose={() => setOpen(false)}>
          <button onClick={() => setThere(false)}>Remove</button>
          <input id="name" aria-label="Name" autoFocus />
          <button>Save</button>
        </Dialog>
      )}
    </div>
  );
}

function dialog(): HTMLElement {
  return page.getByRole("dialog").element() as HTMLElement;
}

function pressBeside(): void {
  dialog().dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  dialog().dispatchEvent(new MouseEvent("click", { bubbles: true }));
}
